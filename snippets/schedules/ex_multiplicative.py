import torch
from torch.optim import lr_scheduler as S


def rates(make):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = make(optimizer)
    used = []
    for _ in range(8):
        used.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    return used


def halve_every_third(t):
    return 0.5 if t % 3 == 0 else 1.0


print(rates(lambda o: S.MultiplicativeLR(o, halve_every_third)))
print(rates(lambda o: S.StepLR(o, step_size=3, gamma=0.5)))
