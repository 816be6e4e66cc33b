import math

import matplotlib.pyplot as plt
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def rates(**options):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = CosineAnnealingLR(optimizer, **options)
    used = []
    for _ in range(41):
        used.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    return used


for half, low, style in [(40, 0.0, "-"), (40, 0.25, "--"), (20, 0.0, ":")]:
    label = f"T_max {half}, eta_min {low}"
    used = rates(T_max=half, eta_min=low)
    waves = [(1 + math.cos(math.pi * t / half)) / 2 for t in range(41)]
    formula = [low + (1.0 - low) * wave for wave in waves]
    same = all(
        abs(a - b) < 1e-12 for a, b in zip(used, formula, strict=True)
    )
    print(label, [round(rate, 4) for rate in used[:41:10]], same)
    plt.plot(used, style, label=label)
plt.xlabel("update")
plt.ylabel("learning rate")
plt.ylim(top=1.5)
plt.legend(loc="upper right")
plt.show()
