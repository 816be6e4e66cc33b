import torch

x, target = torch.tensor(2.0), torch.tensor(6.0)
w = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1 / 16)

for step in range(5):
    optimizer.zero_grad()
    loss = (w * x - target) ** 2
    loss.backward()
    grad = w.grad.item()
    print(f"{step}: w {w.item():<5}  loss {loss.item():<6}  grad {grad}")
    optimizer.step()
