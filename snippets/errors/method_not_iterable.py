import torch

layer = torch.nn.Linear(1, 1)
for call in (
    lambda: torch.optim.SGD(layer.parameters, lr=0.1),
    lambda: torch.nn.utils.clip_grad_norm_(layer.parameters, 1.0),
):
    try:
        call()
    except TypeError as error:
        print(f"TypeError: {error}")

optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
print("fixed:", len(optimizer.param_groups[0]["params"]), "tensors")
