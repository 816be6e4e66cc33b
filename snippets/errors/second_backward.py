import torch

w = torch.ones(1, requires_grad=True)
loss = (w**2).sum()
loss.backward()
try:
    loss.backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

w.grad = None
loss = (w**2).sum()
(loss + 3 * loss).backward()
print("fixed: w.grad =", w.grad.tolist())
