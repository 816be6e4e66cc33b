import torch

model = torch.nn.Sequential(
    torch.nn.Linear(4, 4), torch.nn.Linear(4, 4), torch.nn.Linear(4, 1)
)
last = len(model) - 1
groups = [
    {"params": layer.parameters(), "lr": 0.5 ** (last - i)}
    for i, layer in enumerate(model)
]
optimizer = torch.optim.SGD(groups)
print([group["lr"] for group in optimizer.param_groups])
