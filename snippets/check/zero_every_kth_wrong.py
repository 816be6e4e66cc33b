import torch

w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
for i in range(6):
    if i % 3 == 0:
        optimizer.zero_grad()
    loss = (w**2 / 2).sum()
    loss.backward()
    optimizer.step()
    print(f"step {i}: gradient {w.grad.item():7.4f}, w {w.item():7.4f}")
