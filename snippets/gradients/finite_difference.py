import torch


def f(t):
    return t**3 - 2 * t


x = torch.tensor(3.0, requires_grad=True)
f(x).backward()
print("autograd:", x.grad.item())

for h in (1.0, 0.5, 0.25, 0.125):  # (1)!
    rise = f(3.0 + h) - f(3.0 - h)
    print(f"h = {h:<5}  slope = {rise / (2 * h)}")

h = 2.0**-53  # (2)!
rise = f(3.0 + h) - f(3.0 - h)
print("h = 2**-53  slope =", rise / (2 * h))
