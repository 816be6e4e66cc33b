import torch

w = torch.ones(3, requires_grad=True)
y = w * 2
try:
    y.backward(torch.ones(2))
except RuntimeError as error:
    print(f"RuntimeError: {error}")

y.backward(torch.ones(3))
print("fixed: w.grad =", w.grad.tolist())
