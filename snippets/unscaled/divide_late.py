import torch

w = torch.tensor(3.0, requires_grad=True)
loss = w * w
loss.backward()
loss = loss / 4
print("loss:", loss.item(), "w.grad:", w.grad.item())
