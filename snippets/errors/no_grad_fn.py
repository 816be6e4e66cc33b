import torch

w = torch.ones(1)
loss = (w * 2).sum()
try:
    loss.backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

w.requires_grad_()
loss = (w * 2).sum()
loss.backward()
print("fixed: w.grad =", w.grad.tolist())
