import math

import matplotlib.pyplot as plt
import torch
from torch.optim.swa_utils import SWALR

rate, swa = 1.0, 0.25
shapes = {
    "linear": lambda part: part,
    "cos": lambda part: (1 - math.cos(math.pi * part)) / 2,
}
for strategy, style in [("cos", "-"), ("linear", "--")]:
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=rate)
    scheduler = SWALR(
        optimizer, swa_lr=swa, anneal_epochs=10, anneal_strategy=strategy
    )
    used, formula = [], []
    for t in range(16):
        used.append(scheduler.get_last_lr()[0])
        alpha = shapes[strategy](min(t, 10) / 10)
        formula.append(swa * alpha + rate * (1 - alpha))
        optimizer.step()
        scheduler.step()
    pairs = zip(used, formula, strict=True)
    same = all(abs(a - b) < 1e-12 for a, b in pairs)
    print(strategy, [round(u, 4) for u in used[::3]], same)
    plt.plot(used, style, label=f"anneal_strategy {strategy}")
plt.xlabel("epoch")
plt.ylabel("learning rate")
plt.legend()
plt.show()
