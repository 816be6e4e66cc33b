import torch

w = torch.ones(1, requires_grad=True)
try:
    torch.optim.SGD([w], lr=0.5, momentum=-0.1)
except ValueError as error:
    print(f"ValueError: {error}")

optimizer = torch.optim.SGD([w], lr=0.5, momentum=0.9)
print("fixed: momentum =", optimizer.param_groups[0]["momentum"])
