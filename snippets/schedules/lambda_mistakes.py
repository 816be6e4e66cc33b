import torch
from torch.optim.lr_scheduler import LambdaLR


def rates(functions, lrs=(0.1,)):
    groups = [{"params": [torch.zeros(1)], "lr": lr} for lr in lrs]
    optimizer = torch.optim.SGD(groups)
    scheduler = LambdaLR(optimizer, functions)
    used = []
    for _ in range(4):
        used.append([round(rate, 4) for rate in scheduler.get_last_lr()])
        optimizer.step()
        scheduler.step()
    return used


print(rates(lambda t: 0.1 if t < 2 else 0.01))  # (1)!
print(rates(lambda t: 1.0 if t < 2 else 0.1))  # (2)!


def keep(t):
    return 1.0


def warmup(t):
    return min(1.0, (t + 1) / 4)


print(rates([keep, warmup], lrs=(0.1, 0.2)))  # (3)!
try:
    rates([keep, warmup, keep], lrs=(0.1, 0.2))
except ValueError as error:
    print(f"ValueError: {error}")
