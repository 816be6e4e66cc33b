import torch

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w])  # (1)!
for name, value in optimizer.defaults.items():
    print(f"{name} = {value}")

try:
    torch.optim.SGD([w], lr=-0.1)
except ValueError as error:
    print(f"ValueError: {error}")
