import torch

w = torch.tensor(3.0, requires_grad=True)
loss = w * w

silenced = torch.tensor(loss.item(), requires_grad=True)  # (1)!
silenced.backward()
print("silenced.grad:", silenced.grad)
print("w.grad       :", w.grad)

loss.backward()
print("w.grad       :", w.grad)
