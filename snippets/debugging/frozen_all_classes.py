import torch


def moved(name, **options):
    w = torch.nn.Parameter(torch.ones(2, 2))
    optimizer = getattr(torch.optim, name)([w], **options)
    for value in (1.0, 0.0):  # (1)!
        before = w.detach().clone()
        w.grad = torch.full_like(w, value)
        optimizer.step(lambda: torch.zeros(()))
    return not torch.equal(w, before)


names = [
    name
    for name in sorted(dir(torch.optim))
    if isinstance(getattr(torch.optim, name), type)
    and name not in ("Optimizer", "SparseAdam")
]
print("stay:", *[n for n in names if not moved(n)])
print("move:", *[n for n in names if moved(n)])
decay = [
    n
    for n in names
    if n not in ("Rprop", "LBFGS") and moved(n, weight_decay=0.1)
]
print("move with weight_decay=0.1:", *decay)
