import torch
from torch.optim import lr_scheduler as S


def rates(make, last_step=9):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = make(optimizer)
    used = []
    for update in range(9):
        used.append(round(scheduler.get_last_lr()[0], 3))
        optimizer.step()
        if update < last_step:
            scheduler.step()
    return used


print("T_max=4:       ", rates(lambda o: S.CosineAnnealingLR(o, 4)))
print("stop after 4:  ", rates(lambda o: S.CosineAnnealingLR(o, 4), 4))
print("T_max=8:       ", rates(lambda o: S.CosineAnnealingLR(o, 8)))
print(
    "warm restarts: ",
    rates(lambda o: S.CosineAnnealingWarmRestarts(o, T_0=4)),
)
