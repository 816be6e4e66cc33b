import torch

a = torch.ones(2, 2)
try:
    with torch.autocast():
        y = torch.mm(a, a)
except TypeError as error:
    print(f"TypeError: {error}")

with torch.autocast("cpu"):
    y = torch.mm(a, a)
print("fixed:", y.dtype)
