import math

import matplotlib.pyplot as plt
import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts


def rates(**options):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = CosineAnnealingWarmRestarts(optimizer, **options)
    used = []
    for _ in range(36):
        used.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    return used


def where(t, length, times):
    while t >= length:
        t, length = t - length, length * times
    return t / length


for first, times, low, style in [(10, 1, 0.0, "-"), (5, 2, 0.25, "--")]:
    label = f"T_0 {first}, T_mult {times}, eta_min {low}"
    used = rates(T_0=first, T_mult=times, eta_min=low)
    parts = [where(t, first, times) for t in range(36)]
    formula = [
        low + (1.0 - low) * (1 + math.cos(math.pi * part)) / 2
        for part in parts
    ]
    same = all(
        abs(a - b) < 1e-12 for a, b in zip(used, formula, strict=True)
    )
    print(label, [round(rate, 4) for rate in used[:36:5]], same)
    plt.plot(used, style, label=label)
plt.xlabel("update")
plt.ylabel("learning rate")
plt.ylim(top=1.4)
plt.legend(loc="upper right")
plt.show()
