import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau


def rates(values, **options):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = ReduceLROnPlateau(
        optimizer, factor=0.5, patience=0, **options
    )
    used = []
    for value in values:
        optimizer.step()
        scheduler.step(value)
        used.append(optimizer.param_groups[0]["lr"])
    return used


falling = [100.0, 99.995, 99.99, 99.985, 99.98]
print("default:      ", rates(falling))
print("threshold 0:  ", rates(falling, threshold=0.0))
print(
    "abs 0.001:    ", rates(falling, threshold=1e-3, threshold_mode="abs")
)
negative = [-1.0, -1.0, -0.99995, -0.9999]  # (1)!
print("negative:     ", rates(negative))
print("negative, abs:", rates(negative, threshold_mode="abs"))
print("nan:          ", rates([1.0, float("nan"), float("nan"), 0.5]))
