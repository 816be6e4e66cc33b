import torch

w = torch.ones(1, requires_grad=True)
with torch.inference_mode():
    h = torch.ones(1)
try:
    loss = (w * h).sum()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

loss = (w * h.clone()).sum()
loss.backward()
print("fixed: w.grad =", w.grad.tolist())
