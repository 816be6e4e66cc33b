import torch

w = torch.ones(1, requires_grad=True)
h = w * 2
try:
    h.requires_grad_(False)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

h = (w * 2).detach()
print("fixed: h.requires_grad =", h.requires_grad)
