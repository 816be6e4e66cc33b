import torch

w = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
values = [w.item()]
for _ in range(7):
    (w**2 / 2).backward()
    optimizer.step()
    values.append(w.item() + 0.0)
print(values)
