import torch

w = torch.ones(3, requires_grad=True)
loss = w * 2
try:
    loss.backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

loss.sum().backward()
print("fixed: w.grad =", w.grad.tolist())
