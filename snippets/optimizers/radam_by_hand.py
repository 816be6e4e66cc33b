# --8<-- [start:rule]
import random

import torch


def by_hand(w, grads, lr, betas, eps, weight_decay, **more):
    m, v, far = 0.0, 0.0, 2 / (1 - betas[1]) - 1
    for t, g in enumerate(grads, start=1):
        g = -g if more["maximize"] else g
        if more["decoupled_weight_decay"]:
            w = w * (1 - lr * weight_decay)
        else:
            g = g + weight_decay * w
        m = betas[0] * m + (1 - betas[0]) * g
        v = betas[1] * v + (1 - betas[1]) * g**2
        fix = 1 - betas[1] ** t
        rho = far - 2 * t * betas[1] ** t / fix
        d = m / (1 - betas[0] ** t)
        if rho > 5:  # (1)!
            r = (rho - 4) * (rho - 2) * far / ((far - 4) * (far - 2) * rho)
            d = d * (r * fix) ** 0.5 / (v.sqrt() + eps)  # (2)!
        w = w - lr * d
    return w


w = torch.tensor([1.0, 1.0])
grads = [torch.tensor([1.0, 100.0])] * 4
more = {"maximize": False, "decoupled_weight_decay": False}
after = by_hand(w, grads, 0.001, (0.9, 0.999), 1e-8, 0, **more)
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
        "decoupled_weight_decay": random.choice((False, True)),
        "maximize": random.choice((False, True)),
    }
    w = torch.randn(3, dtype=torch.float64)
    grads = torch.randn(9, 3, dtype=torch.float64)
    p = torch.nn.Parameter(w.clone())
    path = random.choice(paths)
    optimizer = torch.optim.RAdam([p], **options, **path)
    for g in grads:
        p.grad = g.clone()
        optimizer.step()
    hand = by_hand(w, grads, **options)
    gaps.append((p.detach() - hand).abs().max().item())
print(len(gaps), "random settings, within 1e-12:", max(gaps) < 1e-12)
state = {k: tuple(v.shape) for k, v in optimizer.state[p].items()}
print("parameter", tuple(p.shape), "state", state)
# --8<-- [end:check]
