import torch

for name in ("Adam", "RAdam"):
    for size in (1.0, 1000.0):
        w = torch.tensor([10.0], dtype=torch.float64, requires_grad=True)
        optimizer = getattr(torch.optim, name)([w], lr=0.1)
        path = []
        for _ in range(300):
            optimizer.zero_grad()
            (size * w**2 / 2).sum().backward()
            optimizer.step()
            path.append(w.item())
        picked = [round(path[k - 1], 2) for k in (1, 5, 300)]
        print(name, "loss x", size, "w", picked)
