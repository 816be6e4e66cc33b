import torch

w = torch.ones(1, requires_grad=True)
try:
    torch.optim.SGD([w], lr=-0.5)
except ValueError as error:
    print(f"ValueError: {error}")

optimizer = torch.optim.SGD([w], lr=0.5, maximize=True)
w.grad = torch.ones(1)
optimizer.step()
print("fixed: w moved up to", w.tolist())
