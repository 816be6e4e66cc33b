import torch

x = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0, 5.0])
w = torch.tensor(1.0, requires_grad=True)
for part in x.split([3, 2, 1]):
    ((w * part - 1) ** 2).sum().div(len(x)).backward()
print(f"sum / 6:      {w.grad.item():.4f}")

w.grad = None
for part in x.split([3, 2, 1]):
    (((w * part - 1) ** 2).mean() * len(part) / len(x)).backward()
print(f"mean x share: {w.grad.item():.4f}")
