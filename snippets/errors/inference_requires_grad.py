import torch

with torch.inference_mode():
    h = torch.ones(1)
try:
    h.requires_grad_()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

h = h.clone().requires_grad_()
(h * 2).sum().backward()
print("fixed: h.grad =", h.grad.tolist())
