import torch

w = torch.ones(3, requires_grad=True)
try:
    w.grad = torch.ones(2)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

w.grad = torch.ones(3)
print("fixed: w.grad =", w.grad.tolist())
