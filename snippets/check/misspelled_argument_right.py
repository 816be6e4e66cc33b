import torch

w = torch.tensor([4.0], requires_grad=True)
try:
    optimizer = torch.optim.SGD([w], lr=0.25)
    (w**2 / 2).sum().backward()
    optimizer.step()
except TypeError as error:
    print(f"TypeError: {error}")
print(f"w {w.item():.4f}")
