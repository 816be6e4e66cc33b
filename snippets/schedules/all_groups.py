# --8<-- [start:built]
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
for name, build in make.items():
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    before = dict(optimizer.param_groups[0])
    build(optimizer)
    after = optimizer.param_groups[0]
    changed = {k: v for k, v in after.items() if before.get(k) != v}
    changed.pop("initial_lr", None)  # (1)!
    if changed:
        print(name, {k: round(v, 6) for k, v in changed.items()})
# --8<-- [end:built]
# --8<-- [start:ratio]
for name, build in make.items():
    groups = [{"params": [torch.zeros(1)], "lr": lr} for lr in (1.0, 0.1)]
    optimizer = torch.optim.SGD(groups)
    scheduler = build(optimizer)
    ratios = []
    for _ in range(5):
        one, two = (group["lr"] for group in optimizer.param_groups)
        ratios.append(round(one / two, 2))
        optimizer.step()
        plateau = isinstance(scheduler, S.ReduceLROnPlateau)
        scheduler.step(*[1.0] * plateau)
    if ratios != [10.0] * 5:
        print(name, "ratio of the two rates:", ratios)


# --8<-- [end:ratio]
# --8<-- [start:outside]
def used(build, factor):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler, rates = build(optimizer), []
    for step in range(6):
        optimizer.step()
        scheduler.step(*[1.0] * isinstance(scheduler, S.ReduceLROnPlateau))
        if step == 0:
            optimizer.param_groups[0]["lr"] *= factor  # (1)!
        rates.append(optimizer.param_groups[0]["lr"])
    return rates


kinds = {"keeps it": [], "forgets it": [], "forgets it later": []}
for name, build in make.items():
    pairs = zip(used(build, 0.5), used(build, 1.0), strict=True)
    shares = [round(new / old, 6) for new, old in pairs]
    kind = "forgets it later" if shares[-1] == 1.0 else "keeps it"
    kinds["forgets it" if shares[1] == 1.0 else kind].append(name)
for kind, names in kinds.items():
    print(f"{kind}: {', '.join(names)}")
# --8<-- [end:outside]
