import torch

x = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0, 5.0])
w = torch.tensor(1.0, requires_grad=True)
for size in (6, 4, 2):
    w.grad = None
    for part in x.split(size):
        ((w * part - 1) ** 2).sum().backward()
    print(f"parts of {size}, sum, no division: {w.grad.item()}")
