import torch
from torch.optim import lr_scheduler as S


def rates(second):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    first = S.ConstantLR(optimizer, factor=0.5, total_iters=9)
    scheduler = S.SequentialLR(optimizer, [first, second(optimizer)], [2])
    used = []
    for _ in range(5):
        used.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    return used


def half(step):
    return 0.5


print("ExponentialLR:   ", rates(lambda o: S.ExponentialLR(o, 0.5)))
print("MultiplicativeLR:", rates(lambda o: S.MultiplicativeLR(o, half)))
