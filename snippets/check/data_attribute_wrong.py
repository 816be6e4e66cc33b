import torch

w = torch.tensor([3.0], requires_grad=True)
for _ in range(1):
    y = w**2
    w.data -= 2.0
    y.sum().backward()
    print("right gradient 6.0, gradient from backward():", w.grad.item())
