# --8<-- [start:make]
import copy

import torch
from torch.optim import lr_scheduler as S
from torch.optim.swa_utils import SWALR

make = {
    "LambdaLR": lambda o: S.LambdaLR(o, lambda t: 0.5**t),
    "MultiplicativeLR": lambda o: S.MultiplicativeLR(o, lambda t: 0.5),
    "StepLR": lambda o: S.StepLR(o, 2),
    "MultiStepLR": lambda o: S.MultiStepLR(o, [2, 4]),
    "ConstantLR": lambda o: S.ConstantLR(o, 0.5, total_iters=4),
    "LinearLR": lambda o: S.LinearLR(o, 0.25, total_iters=6),
    "ExponentialLR": lambda o: S.ExponentialLR(o, 0.5),
    "PolynomialLR": lambda o: S.PolynomialLR(o, 8, 2.0),
    "CosineAnnealingLR": lambda o: S.CosineAnnealingLR(o, 8),
    "CosineAnnealingWarmRestarts": (
        lambda o: S.CosineAnnealingWarmRestarts(o, 5)
    ),
    "CyclicLR": lambda o: S.CyclicLR(o, 0.25, 1.0, step_size_up=4),
    "OneCycleLR": lambda o: S.OneCycleLR(o, 1.0, total_steps=10),
    "ReduceLROnPlateau": lambda o: S.ReduceLROnPlateau(o, patience=1),
    "SWALR": lambda o: SWALR(o, 0.25, anneal_epochs=6),
    "SequentialLR": lambda o: S.SequentialLR(
        o,
        [S.LinearLR(o, 0.25, total_iters=3), S.ExponentialLR(o, 0.5)],
        [3],
    ),
    "ChainedScheduler": lambda o: S.ChainedScheduler(
        [S.ConstantLR(o, 0.5, total_iters=4), S.ExponentialLR(o, 0.5)]
    ),
}


def sgd(*rates):
    return torch.optim.SGD(
        [{"params": [torch.zeros(1)], "lr": rate} for rate in rates]
    )


# --8<-- [end:make]
# --8<-- [start:resume]
def rates(optimizer, scheduler, count):
    used = []
    for _ in range(count):
        used.append(round(optimizer.param_groups[0]["lr"], 9))
        optimizer.step()
        plateau = isinstance(scheduler, S.ReduceLROnPlateau)
        scheduler.step(*[1.0] * plateau)  # (1)!
    return used


kept = {"both": [], "optimizer only": [], "scheduler only": []}
for name, build in make.items():
    optimizer = sgd(1.0)
    scheduler = build(optimizer)
    rates(optimizer, scheduler, 3)
    saved = copy.deepcopy([optimizer.state_dict(), scheduler.state_dict()])
    expected = rates(optimizer, scheduler, 4)
    for way, found in kept.items():
        optimizer = sgd(1.0)
        scheduler = build(optimizer)
        if way != "scheduler only":
            optimizer.load_state_dict(saved[0])
        if way != "optimizer only":
            scheduler.load_state_dict(copy.deepcopy(saved[1]))
        if rates(optimizer, scheduler, 4) == expected:
            found.append(name)
for way, found in kept.items():
    names = "all" if len(found) == len(make) else ", ".join(found)
    print(f"{way}: {len(found)} of {len(make)} go on as planned: {names}")
# --8<-- [end:resume]
# --8<-- [start:late]
for name, build in make.items():
    optimizer = sgd(1.0)
    scheduler = build(optimizer)
    rates(optimizer, scheduler, 3)
    saved = copy.deepcopy([optimizer.state_dict(), scheduler.state_dict()])
    expected = rates(optimizer, scheduler, 4)
    optimizer = sgd(1.0)
    optimizer.load_state_dict(saved[0])  # (1)!
    scheduler = build(optimizer)
    scheduler.load_state_dict(saved[1])
    found = rates(optimizer, scheduler, 4)
    if found != expected:
        print(f"{name}: {found[0]:.3f} instead of {expected[0]:.3f}")
# --8<-- [end:late]
