import torch

torch.manual_seed(0)

x = torch.ones(1, 2, requires_grad=True)
for inplace in (True, False):
    model = torch.nn.Sequential(
        torch.nn.Linear(2, 2), torch.nn.ReLU(inplace=inplace)
    )
    model[0].register_full_backward_hook(
        lambda module, inputs, outputs: None
    )
    try:
        model(x).sum().backward()
        print("fixed: runs with inplace =", inplace)
    except RuntimeError as error:
        print(f"RuntimeError: {error}")
