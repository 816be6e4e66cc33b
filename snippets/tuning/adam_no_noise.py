import torch
from torch.optim import lr_scheduler as S

h = torch.logspace(-2, 0, 20, dtype=torch.float64)


def error(make, lr, steps=1000):
    w = torch.ones(20, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=lr)
    scheduler = make(optimizer)
    for _ in range(steps):
        w.grad = h * w.detach()  # (1)!
        optimizer.step()
        scheduler.step()
    return (h * w.detach() ** 2).sum().item()


for lr in (0.001, 0.01, 0.1):
    constant = error(lambda o: S.ConstantLR(o, 1.0), lr)
    cosine = error(lambda o: S.CosineAnnealingLR(o, 1000), lr)
    print(f"lr {lr}: constant {constant:.4f}, cosine {cosine:.4f}")
