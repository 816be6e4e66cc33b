import copy

import torch
from torch.optim import lr_scheduler as S


def build(make):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    return optimizer, make(optimizer)


def rates(optimizer, scheduler, count):
    used = []
    for _ in range(count):
        used.append(round(scheduler.get_last_lr()[0], 4))
        optimizer.step()
        scheduler.step()
    return used


optimizer, scheduler = build(lambda o: S.CosineAnnealingLR(o, T_max=4))
rates(optimizer, scheduler, 2)
saved = copy.deepcopy([optimizer.state_dict(), scheduler.state_dict()])
for longer in (False, True):
    optimizer, scheduler = build(lambda o: S.CosineAnnealingLR(o, T_max=8))
    optimizer.load_state_dict(saved[0])
    scheduler.load_state_dict(copy.deepcopy(saved[1]))
    if longer:
        scheduler.T_max = 8  # (1)!
    print(f"T_max={scheduler.T_max}:", rates(optimizer, scheduler, 5))

_, scheduler = build(lambda o: S.LambdaLR(o, lambda t: 0.5**t))
print("saved functions:", scheduler.state_dict()["lr_lambdas"])
try:
    scheduler.load_state_dict(scheduler.state_dict(), strict=False)
except TypeError as error:
    print(f"TypeError: {error}")
