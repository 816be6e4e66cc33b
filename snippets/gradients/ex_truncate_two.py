import torch

w = torch.tensor(2.0, requires_grad=True)
h = torch.tensor(1.0)
for t in range(4):
    if t == 2:
        h = h.detach()
    h = w * h
h.backward()
print("cut after two steps:", w.grad.item())

w.grad = None
h = torch.tensor(1.0)
for _ in range(4):
    h = w * h
h.backward()
print("whole history      :", w.grad.item())
