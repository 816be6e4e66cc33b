import torch

w = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
for _ in range(3):
    optimizer.zero_grad()
    loss = (2 * w**2).sum()
    loss.backward()
    print(
        f"w {w.item():5.1f}  gradient {w.grad.item():6.1f}  loss {loss:.1f}"
    )
    optimizer.step()
