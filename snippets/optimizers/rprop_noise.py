import torch

data = torch.tensor([-3.0, -1.0, -1.0, -1.0, 6.0], dtype=torch.float64)
for name in ("Rprop", "SGD"):
    for batches in ("full", "one row each"):
        w = torch.tensor([4.0], dtype=torch.float64, requires_grad=True)
        optimizer = getattr(torch.optim, name)([w], lr=0.01)
        for step in range(1000):
            row = data if batches == "full" else data[step % 5]
            optimizer.zero_grad()
            ((w - row) ** 2 / 2).mean().backward()  # (1)!
            optimizer.step()
        print(name, batches, "w", round(w.item(), 2))
