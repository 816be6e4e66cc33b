import torch

w = torch.tensor([1.0], dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.Rprop([w], lr=0.5)
for _ in range(6):
    optimizer.zero_grad()
    (w**2).sum().backward()
    optimizer.step()
    size = optimizer.state[w]["step_size"].item()
    print("w", round(w.item(), 4), "size", round(size, 4))
