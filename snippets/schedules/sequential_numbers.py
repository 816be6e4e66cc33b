import torch
from torch.optim import lr_scheduler as S


def rates(parts, milestones, count=9):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    schedulers = [part(optimizer) for part in parts]
    scheduler = S.SequentialLR(optimizer, schedulers, milestones)
    used = []
    for _ in range(count):
        used.append(round(scheduler.get_last_lr()[0], 3))
        optimizer.step()
        scheduler.step()
    return used


def warmup(o):
    return S.LinearLR(o, 0.25, total_iters=3)


def stairs(o):
    return S.MultiStepLR(o, [2, 4], gamma=0.5)


def cycle(o):
    return S.OneCycleLR(o, 1.0, total_steps=6)


print("own count:    ", rates([warmup, stairs], [3]))  # (1)!
print("cut too early:", rates([warmup, stairs], [2]))  # (2)!
print("with OneCycle:", rates([warmup, cycle], [3]))  # (3)!
try:
    rates([warmup, stairs], [3, 6])
except ValueError as error:
    print(f"ValueError: {error}")
