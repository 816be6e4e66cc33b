import torch

w = torch.tensor(3.0, requires_grad=True)
with torch.no_grad():
    y = w * w
    new = torch.tensor(1.0, requires_grad=True)
    print("w  :", w.requires_grad)
    print("y  :", y.requires_grad)
    print("new:", new.requires_grad)

print("y after the block:", y.requires_grad)
