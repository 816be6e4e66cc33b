import torch
from torch.optim import lr_scheduler as S
from torch.optim.swa_utils import SWALR

cases = [
    (S.LambdaLR, (lambda t: 0.5**t,)),
    (S.MultiplicativeLR, (lambda t: 0.5,)),
    (S.StepLR, (2,)),
    (S.MultiStepLR, ([2, 4],)),
    (S.ConstantLR, (0.5, 4)),
    (S.LinearLR, (0.25, 1.0, 6)),
    (S.ExponentialLR, (0.5,)),
    (S.PolynomialLR, (8, 2.0)),
    (S.CosineAnnealingLR, (8,)),
    (S.CosineAnnealingWarmRestarts, (5,)),
    (S.CyclicLR, (0.25, 1.0, 4)),
    (S.OneCycleLR, (1.0, 10)),
    (SWALR, (0.25, 6)),
]


def rates(optimizer, scheduler, count):
    used = []
    for _ in range(count):
        used.append(round(optimizer.param_groups[0]["lr"], 9))
        optimizer.step()
        scheduler.step()
    return used


for last in (3, 2):  # (1)!
    right = []
    for make, options in cases:
        optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
        scheduler = make(optimizer, *options)
        rates(optimizer, scheduler, 3)
        saved = optimizer.state_dict()
        expected = rates(optimizer, scheduler, 4)
        optimizer.load_state_dict(saved)
        scheduler = make(optimizer, *options, last_epoch=last)
        if rates(optimizer, scheduler, 4) == expected:
            right.append(make.__name__)
    print(f"last_epoch={last}: {len(right)} of {len(cases)} right")
print("last exception:", {make.__name__ for make, _ in cases} - set(right))
