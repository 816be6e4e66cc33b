import torch
from torch.optim.lr_scheduler import (
    CosineAnnealingLR,
    LinearLR,
    SequentialLR,
)


def rates(build, lr, steps):
    optimizer = torch.optim.SGD(
        [torch.nn.Parameter(torch.ones(1))], lr=lr
    )  # (1)!
    scheduler = build(optimizer)
    found = []
    for _ in range(steps):
        found.append(round(scheduler.get_last_lr()[0], 4))
        optimizer.step()  # (2)!
        scheduler.step()
    return found


def build(optimizer):
    warmup = LinearLR(optimizer, start_factor=0.25, total_iters=3)
    cosine = CosineAnnealingLR(optimizer, T_max=5)
    return SequentialLR(optimizer, [warmup, cosine], [3])


print(rates(build, lr=0.1, steps=8))
