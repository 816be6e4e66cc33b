import torch

w = torch.ones(1, requires_grad=True)
config = {"lr": "1e-3"}
for optimizer_class in (torch.optim.SGD, torch.optim.Adam):
    try:
        optimizer_class([w], lr=config["lr"])
    except TypeError as error:
        print(f"TypeError: {error}")

optimizer = torch.optim.SGD([w], lr=float(config["lr"]))
print("fixed: lr =", optimizer.param_groups[0]["lr"])
