import torch

w = torch.ones(1, requires_grad=True)
try:
    w.grad.data.zero_()
except AttributeError as error:
    print(f"AttributeError: {error}")

w.grad = None
(w * 2).sum().backward()
print("fixed: w.grad =", w.grad.tolist())
