import torch
from torch.optim.lr_scheduler import (
    CosineAnnealingLR,
    LinearLR,
    SequentialLR,
)

updates, warmup_updates = 9, 3
optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
warmup = LinearLR(optimizer, 0.25, total_iters=warmup_updates)  # (1)!
cosine = CosineAnnealingLR(optimizer, T_max=updates - warmup_updates)
scheduler = SequentialLR(
    optimizer, [warmup, cosine], milestones=[warmup_updates]
)
for update in range(updates):
    print(update, round(scheduler.get_last_lr()[0], 3))
    optimizer.step()
    scheduler.step()  # (2)!
