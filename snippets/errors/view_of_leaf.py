import torch

w = torch.ones(3, requires_grad=True)
try:
    w[0] = 5.0
except RuntimeError as error:
    print(f"RuntimeError: {error}")

with torch.no_grad():
    w[0] = 5.0
print("fixed: w =", w.tolist())
