import torch

w = torch.ones(1, requires_grad=True)
(w * 2).sum().backward()
try:
    w -= 0.5 * w.grad
except RuntimeError as error:
    print(f"RuntimeError: {error}")

with torch.no_grad():
    w -= 0.5 * w.grad
print("fixed: w =", w.tolist())
