import torch

w = torch.tensor([3.0], requires_grad=True)
for _ in range(1):
    y = w**2
    y.sum().backward()
    with torch.no_grad():
        w -= 2.0
    print("right gradient 6.0, gradient from backward():", w.grad.item())
