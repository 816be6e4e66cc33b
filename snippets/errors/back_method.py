import torch

w = torch.tensor([5.0], requires_grad=True)
loss = (w * 5).sum()
try:
    loss.back()
except AttributeError as error:
    print(f"AttributeError: {error}")

loss.backward()
print("fixed: w.grad =", w.grad.tolist())
