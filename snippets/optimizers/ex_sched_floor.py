import torch
from torch.optim.lr_scheduler import (
    CosineAnnealingLR,
    LinearLR,
    SequentialLR,
)

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
warmup = LinearLR(optimizer, start_factor=0.5, total_iters=2)
cosine = CosineAnnealingLR(optimizer, T_max=4, eta_min=0.25)
scheduler = SequentialLR(optimizer, [warmup, cosine], milestones=[2])
rates = []
for _ in range(7):
    rates.append(round(optimizer.param_groups[0]["lr"], 3))
    optimizer.step()
    scheduler.step()
print(rates)
