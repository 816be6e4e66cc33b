import torch

a = torch.ones(1, requires_grad=True)
b = torch.ones(1, requires_grad=True)
loss = (a * 2).sum()
try:
    torch.autograd.grad(loss, [a, b])
except RuntimeError as error:
    print(f"RuntimeError: {error}")

loss = (a * 2).sum()
grads = torch.autograd.grad(loss, [a, b], allow_unused=True)
print("fixed:", grads[0].tolist(), grads[1])
