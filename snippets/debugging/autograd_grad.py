import torch

w = torch.tensor(3.0, requires_grad=True)
b = torch.tensor(1.0, requires_grad=True)
unused = torch.tensor(5.0, requires_grad=True)


def loss():
    return w * w + b


print(torch.autograd.grad(loss(), [w, b]))  # (1)!
print("w.grad:", w.grad)
try:
    torch.autograd.grad(loss(), [w, unused])
except RuntimeError as error:
    print(f"RuntimeError: {error}")
print(torch.autograd.grad(loss(), [w, unused], allow_unused=True))
print(torch.autograd.grad(loss(), [w, unused], materialize_grads=True))
