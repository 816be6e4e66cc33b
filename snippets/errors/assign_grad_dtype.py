import torch

w = torch.ones(3, requires_grad=True)
grad = torch.ones(3, dtype=torch.float64)
try:
    w.grad = grad
except RuntimeError as error:
    print(f"RuntimeError: {error}")

w.grad = grad.to(w.dtype)
print("fixed: w.grad.dtype =", w.grad.dtype)
