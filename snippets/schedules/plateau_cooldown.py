import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau


def falls(values, **options):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = ReduceLROnPlateau(optimizer, factor=0.5, **options)
    found, before = [], 1.0
    for call, value in enumerate(values, 1):
        optimizer.step()
        scheduler.step(value)
        if optimizer.param_groups[0]["lr"] < before:
            found.append(call)
            before = optimizer.param_groups[0]["lr"]
    return found


flat = [1.0] * 16
print("patience 0:            ", falls(flat, patience=0))
print("patience 2:            ", falls(flat, patience=2))
print("patience 2, cooldown 3:", falls(flat, patience=2, cooldown=3))
print("patience 0, cooldown 3:", falls(flat, patience=0, cooldown=3))
