import torch


def highest(make, steps=400):
    h = torch.tensor([1.0, 4.0], dtype=torch.float64)
    w = torch.ones(2, dtype=torch.float64, requires_grad=True)
    optimizer = make([w])
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 1.03)
    for _ in range(steps):
        optimizer.zero_grad()
        loss = (h * w**2).sum() / 2
        if loss.item() > 3:  # (1)!
            break
        loss.backward()
        optimizer.step()
        scheduler.step()
    return scheduler.get_last_lr()[0]


sgd = torch.optim.SGD
print(f"SGD, limit 2/h = 0.5: {highest(lambda p: sgd(p, lr=1e-3)):.2f}")
print(f"momentum 0.9:         {highest(lambda p: sgd(p, 1e-3, 0.9)):.2f}")
print(f"Adam:                 {highest(lambda p: torch.optim.Adam(p)):.2f}")
