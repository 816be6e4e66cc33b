import torch

w = torch.tensor(3.0, requires_grad=True)

(w * w).backward()
print("w * w         :", w.grad.item())

w.grad = None
(w * w.detach()).backward()  # (1)!
print("w * w.detach():", w.grad.item())

with torch.no_grad():
    c = w * 1
w.grad = None
(w * c).backward()
print("w * c         :", w.grad.item())
