import torch

x = torch.ones(2)
v = x
print("type:", type(v).__name__, "requires_grad:", v.requires_grad)
