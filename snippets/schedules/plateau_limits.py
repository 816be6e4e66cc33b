import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau


def rates(lrs, count, **options):
    groups = [{"params": [torch.zeros(1)], "lr": lr} for lr in lrs]
    optimizer = torch.optim.SGD(groups)
    scheduler = ReduceLROnPlateau(
        optimizer, factor=0.5, patience=0, **options
    )
    for _ in range(count):
        optimizer.step()
        scheduler.step(1.0)
        print([group["lr"] for group in optimizer.param_groups], end=" ")
    print()


rates([1.0, 0.5], 4, min_lr=[0.25, 0.25])  # (1)!
rates([4e-8, 4e-8], 4)  # (2)!
rates([4e-8, 4e-8], 4, eps=0.0)
groups = [{"params": [torch.zeros(1)]}, {"params": [torch.zeros(1)]}]
optimizer = torch.optim.SGD(groups)
for options in ({"factor": 1.0}, {"min_lr": [0.1]}, {"mode": "best"}):
    try:
        ReduceLROnPlateau(optimizer, **options)
    except ValueError as error:
        print(f"ValueError: {error}")
