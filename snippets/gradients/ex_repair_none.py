import torch

w = (torch.ones(2, 2) * 0.5).requires_grad_()
scale = torch.tensor(2.0, requires_grad=True)
loss = (w * scale).sum()
loss.backward()
print(w.grad.tolist())
print(scale.grad.item())
