import torch

w = torch.ones(3, requires_grad=True)
w.grad = torch.ones(1).expand(3)
try:
    w.sum().backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

w.grad = torch.ones(1).expand(3).clone()
w.sum().backward()
print("fixed: w.grad =", w.grad.tolist())
