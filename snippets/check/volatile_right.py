import torch

w = torch.tensor([2.0], requires_grad=True)
x = torch.ones(1)
with torch.no_grad():
    out = w * x
print("records a graph:", out.requires_grad)
