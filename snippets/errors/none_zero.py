import torch

w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
(w * 2).sum().backward()
optimizer.zero_grad()
try:
    w.grad.zero_()
except AttributeError as error:
    print(f"AttributeError: {error}")

if w.grad is not None:
    w.grad.zero_()
print("fixed: w.grad =", w.grad)
