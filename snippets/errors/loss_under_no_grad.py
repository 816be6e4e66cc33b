import torch

w = torch.ones(1, requires_grad=True)
with torch.no_grad():
    loss = (w * 2).sum()
try:
    loss.backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

loss = (w * 2).sum()
loss.backward()
print("fixed: w.grad =", w.grad.tolist())
