import torch


def grow(x):
    while x < 10:  # (1)!
        x = 3 * x
    return x


for start in (1.0, 3.0, 3.5):
    x = torch.tensor(start, requires_grad=True)
    y = grow(x)
    y.backward()
    print("x", start, "y", y.item(), "slope", x.grad.item())
