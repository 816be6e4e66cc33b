import torch

w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.25)
optimizer.zero_grad()
for step in range(4):
    loss = (w**2 / 2).sum()
    loss.backward()
    optimizer.step()
    print(f"step {step}: gradient {w.grad.item():7.4f}, w {w.item():7.4f}")
