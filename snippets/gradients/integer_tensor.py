import torch

try:
    torch.tensor([1, 2], requires_grad=True)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

counts = torch.tensor([1, 2])
w = counts.float().requires_grad_()
(w * w).sum().backward()
print(w.grad)
