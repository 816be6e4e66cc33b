import torch

w = torch.ones(2, requires_grad=True)
x = w * 1
with torch.no_grad():
    view = x[:1]
try:
    view *= 2
except RuntimeError as error:
    print(f"RuntimeError: {error}")

view = x[:1]
view *= 2
x.sum().backward()
print("fixed: w.grad =", w.grad.tolist())
