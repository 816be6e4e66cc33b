import torch
from torch.optim import lr_scheduler as S


def rates(make):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = make(optimizer)
    used = []
    for _ in range(4):
        used.append(round(scheduler.get_last_lr()[0], 3))
        optimizer.step()
        scheduler.step()
    return used


for gamma in [1.0, 0.5, 0.1]:
    print("gamma", gamma, rates(lambda o, g=gamma: S.ExponentialLR(o, g)))
for decay in [0.0, 1.0, 10.0]:  # (1)!
    print(
        "decay",
        decay,
        rates(lambda o, d=decay: S.LambdaLR(o, lambda t: 1 / (1 + d * t))),
    )
