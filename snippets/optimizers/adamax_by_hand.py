# --8<-- [start:rule]
import random

import torch


def by_hand(w, grads, lr, betas, eps, weight_decay, maximize):
    m, top = 0.0, torch.zeros_like(w)
    for t, g in enumerate(grads, start=1):
        g = -g if maximize else g
        g = g + weight_decay * w
        m = betas[0] * m + (1 - betas[0]) * g
        top = torch.maximum(betas[1] * top, g.abs() + eps)  # (1)!
        w = w - lr / (1 - betas[0] ** t) * m / top
    return w


w = torch.tensor([1.0, 1.0])
grads = [torch.tensor([1.0, 100.0])] * 4
after = by_hand(w, grads, 0.002, (0.9, 0.999), 1e-8, 0, False)
print([round(v, 4) for v in after.tolist()])
# --8<-- [end:rule]

# --8<-- [start:check]
torch.manual_seed(0)
random.seed(0)
gaps = []
paths = ({"foreach": False}, {"foreach": True})
for _ in range(200):
    options = {
        "lr": random.uniform(0, 0.1),
        "betas": (random.uniform(0, 0.99), random.uniform(0, 0.9999)),
        "eps": random.choice((1e-08, 0.1)),
        "weight_decay": random.choice((0, 0.1)),
        "maximize": random.choice((False, True)),
    }
    w = torch.randn(3, dtype=torch.float64)
    grads = torch.randn(6, 3, dtype=torch.float64)
    p = torch.nn.Parameter(w.clone())
    path = random.choice(paths)
    optimizer = torch.optim.Adamax([p], **options, **path)
    for g in grads:
        p.grad = g.clone()
        optimizer.step()
    hand = by_hand(w, grads, **options)
    gaps.append((p.detach() - hand).abs().max().item())
print(len(gaps), "random settings, within 1e-12:", max(gaps) < 1e-12)
state = {k: tuple(v.shape) for k, v in optimizer.state[p].items()}
print("parameter", tuple(p.shape), "state", state)
# --8<-- [end:check]
