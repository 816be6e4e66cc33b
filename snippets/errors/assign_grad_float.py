import torch

w = torch.ones(1, requires_grad=True)
try:
    w.grad = 0.0
except TypeError as error:
    print(f"TypeError: {error}")

w.grad = None
print("fixed: w.grad =", w.grad)
