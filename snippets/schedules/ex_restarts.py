import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
scheduler = CosineAnnealingWarmRestarts(optimizer, T_0=2, T_mult=3)
starts = []
for update in range(100):
    if scheduler.get_last_lr()[0] == 1.0:
        starts.append(update)
    optimizer.step()
    scheduler.step()
print(starts)
