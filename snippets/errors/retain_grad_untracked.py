import torch

x = torch.ones(1)
try:
    x.retain_grad()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

x.requires_grad_()
h = x * 2
h.retain_grad()
h.sum().backward()
print("fixed: h.grad =", h.grad.tolist())
