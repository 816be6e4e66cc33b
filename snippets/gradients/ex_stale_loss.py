import torch

w = torch.tensor(5.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1 / 4)
loss = (w - 1) ** 2
loss.backward()
optimizer.step()
print("loss variable:", loss.item())
print("loss at new w:", ((w - 1) ** 2).item())
