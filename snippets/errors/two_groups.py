import torch

model = torch.nn.Linear(1, 1)
try:
    groups = [
        {"params": model.parameters()},
        {"params": [model.bias], "lr": 0.25},
    ]
    torch.optim.SGD(groups, lr=0.5)
except ValueError as error:
    print(f"ValueError: {error}")

rest = [p for p in model.parameters() if p is not model.bias]
groups = [{"params": rest}, {"params": [model.bias], "lr": 0.25}]
optimizer = torch.optim.SGD(groups, lr=0.5)
print("fixed:", [group["lr"] for group in optimizer.param_groups])
