import torch

a, b = (torch.ones(1, requires_grad=True) for _ in range(2))
groups = [{"params": [a]}, {"params": [b], "lr": 0.1}]
try:
    torch.optim.LBFGS(groups)
except ValueError as error:
    print(f"ValueError: {error}")

optimizer = torch.optim.LBFGS([a, b])
print("fixed: groups", len(optimizer.param_groups))
