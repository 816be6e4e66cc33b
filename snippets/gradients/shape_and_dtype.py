import torch

w = torch.ones(2, 3, dtype=torch.float64, requires_grad=True)
(w * 4).sum().backward()

print(w.grad)
print("shape :", w.shape == w.grad.shape)
print("dtype :", w.dtype == w.grad.dtype)
print("device:", w.device, w.grad.device)
