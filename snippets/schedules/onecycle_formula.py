import math

import torch
from torch.optim.lr_scheduler import OneCycleLR

total, high, share = 51, 1.0, 0.3
start, low = high / 25, high / 25 / 1e4  # (1)!
turn = share * total - 1  # (2)!


def between(a, b, part):
    return b + (a - b) * (1 + math.cos(math.pi * part)) / 2


def formula(t):
    if t <= turn:
        return between(start, high, t / turn)
    return between(high, low, (t - turn) / (total - 1 - turn))


optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.5)
scheduler = OneCycleLR(optimizer, high, total_steps=total, pct_start=share)
differences = []
for t in range(total):
    differences.append(abs(scheduler.get_last_lr()[0] - formula(t)))
    optimizer.step()
    scheduler.step()
print(f"turn at update {turn:.1f}, all equal:", max(differences) < 1e-12)
