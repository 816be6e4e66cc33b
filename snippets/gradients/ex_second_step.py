import torch

w = torch.tensor(5.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1 / 4)
for _ in range(2):
    optimizer.zero_grad()
    loss = (w - 1) ** 2
    loss.backward()
    optimizer.step()
    print("loss", loss.item(), " w.grad", w.grad.item(), " w", w.item())
