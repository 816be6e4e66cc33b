# --8<-- [start:rule]
import random
from itertools import product

import torch

grads = [torch.tensor([1.0, -2.0]).double() * k for k in (1, 0.5, -1, 2)]


def by_hand(lam, decoupled, amsgrad, maximize, lr, betas, eps):
    b1, b2 = betas
    w, m, v, top = torch.zeros(4, 2, dtype=torch.float64)
    w = w + torch.tensor([1.0, 2.0])
    for t, g in enumerate(grads, start=1):
        g = -g if maximize else g
        if decoupled:
            w = w * (1 - lr * lam)  # (1)!
        else:
            g = g + lam * w  # (2)!
        m = b1 * m + (1 - b1) * g
        v = b2 * v + (1 - b2) * g**2
        top = torch.maximum(top, v)  # (3)!
        v_hat = (top if amsgrad else v) / (1 - b2**t)
        w = w - lr * (m / (1 - b1**t)) / (v_hat.sqrt() + eps)  # (4)!
    return w


case = by_hand(0.1, True, False, False, 0.1, (0.9, 0.999), 1e-8)
print("one case:", [round(x, 4) for x in case.tolist()])
# --8<-- [end:rule]

# --8<-- [start:check]
random.seed(0)
gaps = []
kinds = ({"foreach": False}, {"foreach": True}, {"fused": True})
cases = product((0.0, 0.1), (False, True), (False, True), (False, True))
for (lam, decoupled, amsgrad, maximize), kind in product(cases, kinds):
    w = torch.tensor([1.0, 2.0]).double().requires_grad_()
    make = torch.optim.AdamW if decoupled else torch.optim.Adam
    betas = (random.uniform(0, 0.99), random.uniform(0, 0.9999))
    tuned = (random.uniform(0, 0.2), betas, random.choice((1e-8, 0.1)))
    options = {"amsgrad": amsgrad, "maximize": maximize, **kind}
    optimizer = make([w], *tuned, weight_decay=lam, **options)
    for g in grads:
        w.grad = g.clone()
        optimizer.step()
    hand = by_hand(lam, decoupled, amsgrad, maximize, *tuned)
    gaps.append((w.detach() - hand).abs().max().item())
print(len(gaps), "runs, all within 1e-12:", max(gaps) < 1e-12)
# --8<-- [end:check]
