import torch
from torch.optim.lr_scheduler import OneCycleLR


def highest(total, **options):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.5)
    scheduler = OneCycleLR(optimizer, 1.0, total_steps=total, **options)
    used = []
    for _ in range(total):
        used.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    return round(max(used), 4), used.index(max(used))


for total in (50, 51, 5, 3):
    print(f"total_steps {total}: highest, at update:", highest(total))
try:
    highest(3, pct_start=1 / 3)
except ZeroDivisionError as error:
    print(f"ZeroDivisionError: {error}")
