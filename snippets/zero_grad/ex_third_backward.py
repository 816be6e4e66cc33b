import torch

w = torch.tensor(1.0, requires_grad=True)
(2 * w).backward()
(w**3).backward()
torch.autograd.grad(5 * w, w)
print(w.grad.item())
w.grad = None
(2 * w).backward()
print(w.grad.item())
