# --8<-- [start:rule]
import random

import torch


def by_hand(w, grads, lr, etas, step_sizes, maximize):
    before, size = torch.zeros_like(w), torch.full_like(w, lr)
    for g in grads:
        g = -g if maximize else g
        agree = (g * before).sign()
        size = torch.where(agree > 0, size * etas[1], size)
        size = torch.where(agree < 0, size * etas[0], size)  # (1)!
        size = size.clamp(*step_sizes)
        g = torch.where(agree < 0, 0, g)  # (2)!
        w = w - g.sign() * size
        before = g
    return w


w = torch.tensor([1.0, 1.0])
grads = [torch.tensor([1.0, 100.0])] * 4
after = by_hand(w, grads, 0.01, (0.5, 1.2), (1e-6, 50), False)
print([round(v, 4) for v in after.tolist()])
# --8<-- [end:rule]

# --8<-- [start:check]
torch.manual_seed(0)
random.seed(0)
equal = 0
paths = ({"foreach": False}, {"foreach": True})
for _ in range(200):
    options = {
        "lr": random.uniform(0.001, 1),
        "etas": (random.uniform(0.1, 0.9), random.uniform(1.1, 2)),
        "step_sizes": (0.01, random.uniform(0.5, 2)),
        "maximize": random.choice((False, True)),
    }
    w = torch.randn(3, dtype=torch.float64)
    grads = torch.randn(6, 3, dtype=torch.float64)
    p = torch.nn.Parameter(w.clone())
    path = random.choice(paths)
    optimizer = torch.optim.Rprop([p], **options, **path)
    for g in grads:
        p.grad = g.clone()
        optimizer.step()
    hand = by_hand(w, grads, **options)
    equal += torch.equal(p.detach(), hand)
print("200 random settings, equal to the last bit:", equal)
state = {k: tuple(v.shape) for k, v in optimizer.state[p].items()}
print("parameter", tuple(p.shape), "state", state)
# --8<-- [end:check]
