# --8<-- [start:behavior]
import inspect

import torch

optim = torch.optim
classes = [
    c
    for c in vars(optim).values()
    if inspect.isclass(c) and c is not optim.Optimizer
]
print(len(classes), *sorted(c.__name__ for c in classes))


def moves(optimizer, w, value):
    w.grad = None if value is None else torch.full_like(w, value)
    if isinstance(optimizer, optim.SparseAdam) and value is not None:
        w.grad = w.grad.to_sparse()  # (1)!
    before = w.detach().clone()
    optimizer.step(lambda: torch.tensor(1.0))  # (2)!
    return not torch.equal(before, w)


def names(question):
    found = []
    for make in classes:
        w = torch.ones(2, 2, dtype=torch.float64, requires_grad=True)
        found += [make.__name__] * question(make([w], lr=0.1), w)
    return sorted(found)


def after_one(value, lr=0.1):
    def question(optimizer, w):
        moves(optimizer, w, 1.0)
        optimizer.param_groups[0]["lr"] = lr
        return moves(optimizer, w, value)

    return question


print("state before the first step:", names(lambda o, w: len(o.state)))
print("first gradient None, moves:", names(lambda o, w: moves(o, w, None)))
print("first gradient 0, moves:", names(lambda o, w: moves(o, w, 0.0)))
print("second gradient None, moves:", names(after_one(None)))
print("second gradient 0, moves:", names(after_one(0.0)))
print("lr set to 0, moves:", names(after_one(1.0, lr=0.0)))
# --8<-- [end:behavior]

# --8<-- [start:switches]
for switch in (
    "maximize",
    "foreach",
    "differentiable",
    "capturable",
    "fused",
):
    lack = [
        c.__name__
        for c in classes
        if switch not in inspect.signature(c).parameters
    ]
    print(f"{switch}, all but {len(lack)}:", *sorted(lack))
# --8<-- [end:switches]
