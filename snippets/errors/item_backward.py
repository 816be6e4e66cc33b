import torch

w = torch.ones(1, requires_grad=True)
loss = (w * 2).sum()
try:
    loss.item().backward()
except AttributeError as error:
    print(f"AttributeError: {error}")

loss.backward()
print("fixed:", loss.item(), w.grad.tolist())
