import torch

w = torch.nn.Parameter(torch.ones(1))
for name, switch in (
    ("no_grad", torch.no_grad()),
    ("inference_mode", torch.inference_mode()),
):
    with switch:
        y = w * 2
    print(name, "requires_grad", y.requires_grad, end=" ")
    print("inference tensor", y.is_inference())
    try:
        (w * y).sum().backward()  # (1)!
        print("used in a later loss: gradient", w.grad.item())
    except RuntimeError as error:
        print("RuntimeError:", str(error).split(".")[0])
