import torch

w = torch.zeros(3, requires_grad=True)
y = torch.exp(w)
y += 1
try:
    y.sum().backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

y = torch.exp(w)
y = y + 1
y.sum().backward()
print("fixed: w.grad =", w.grad.tolist())
