import torch

w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.25)
for _ in range(3):
    optimizer.zero_grad()
    first = (w**2 / 2).sum()
    first.backward()
    optimizer.step()
    second = ((w - 1) ** 2 / 2).sum()
    second.backward()
    print(f"the second step uses {w.grad.item():7.4f}", end=", ")
    optimizer.step()
    print(f"w {w.item():7.4f}")
