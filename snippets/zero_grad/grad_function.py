import torch

w = torch.tensor(2.0, requires_grad=True)
for _ in range(3):
    (gradient,) = torch.autograd.grad(w**2, w)  # (1)!
    print("returned:", gradient.item(), "| .grad:", w.grad)
