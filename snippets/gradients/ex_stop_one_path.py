import torch

w = torch.tensor(2.0, requires_grad=True)
(w**2 * w.detach()).backward()
print("w**2 * w.detach() :", w.grad.item())

w.grad = None
(w.detach() ** 2 * w).backward()
print("w.detach()**2 * w :", w.grad.item())

w.grad = None
(w**3).backward()
print("w**3              :", w.grad.item())
