import torch

for lr in (1.0, 0.001):  # (1)!
    w = torch.ones(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adadelta([w], lr=lr)
    for step in range(1, 1001):
        optimizer.zero_grad()
        (w**2 / 2).sum().backward()
        optimizer.step()
        if step in (10, 100, 1000):
            print("lr", lr, "step", step, "w", round(w.item(), 4))
