import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * 2
y.add_(1)
y.sum().backward()
print("x * 2  , then add_:", x.grad)

x.grad = None
y = x.exp()
y = y + 1  # (1)!
y.sum().backward()
print("x.exp(), then y + 1: no error")
