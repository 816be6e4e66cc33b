import torch


def f(t):
    return abs(t)


x = torch.tensor(0.0, requires_grad=True)
f(x).backward()
print("autograd:", x.grad.item())

h = 0.5
print("right   :", (f(0 + h) - f(0)) / h)
print("left    :", (f(0) - f(0 - h)) / h)
