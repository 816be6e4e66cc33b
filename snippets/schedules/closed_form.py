import warnings

import torch
from torch.optim import lr_scheduler as S


def half(step):
    return 0.5


def steps_and_jump(make, *options):
    rates = []
    for arguments in ([[]] * 4, [[4]]):  # (1)!
        optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
        scheduler = make(optimizer, *options)
        for argument in arguments:
            optimizer.step()
            with warnings.catch_warnings(action="ignore"):
                scheduler.step(*argument)
        rates.append(round(scheduler.get_last_lr()[0], 4))
    return make.__name__, rates


print(*steps_and_jump(S.ExponentialLR, 0.5))
print(*steps_and_jump(S.StepLR, 2, 0.5))
print(*steps_and_jump(S.CosineAnnealingLR, 8))
print(*steps_and_jump(S.MultiplicativeLR, half))
print(*steps_and_jump(S.CosineAnnealingWarmRestarts, 8))
names = [
    make.__name__
    for make in vars(S).values()
    if hasattr(make, "_get_closed_form_lr")
]
print("closed form:", ", ".join(names))
optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
parts = [S.StepLR(optimizer, 2), S.StepLR(optimizer, 3)]
for joint in (
    S.SequentialLR(optimizer, parts, [4]),
    S.ChainedScheduler(parts),
):
    try:
        joint.step(4)
    except TypeError as error:
        print(f"TypeError: {error}")
