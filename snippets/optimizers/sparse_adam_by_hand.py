# --8<-- [start:rule]
import random

import torch


def by_hand(w, grads, lr, betas, eps, maximize):
    w, m, v = w.clone(), torch.zeros_like(w), torch.zeros_like(w)
    for t, g in enumerate(grads, start=1):
        g = -g.coalesce() if maximize else g.coalesce()  # (1)!
        rows, g = g.indices()[0], g.values()
        m[rows] = betas[0] * m[rows] + (1 - betas[0]) * g  # (2)!
        v[rows] = betas[1] * v[rows] + (1 - betas[1]) * g**2
        size = lr * (1 - betas[1] ** t) ** 0.5 / (1 - betas[0] ** t)  # (3)!
        w[rows] = w[rows] - size * m[rows] / (v[rows].sqrt() + eps)  # (4)!
    return w


w = torch.ones(3, 1)
first = torch.sparse_coo_tensor([[0]], [[5.0]], (3, 1))
after = by_hand(w, [first] * 2, 0.1, (0.9, 0.999), 1e-8, False)
print([round(v, 4) for v in after.flatten().tolist()])
# --8<-- [end:rule]

# --8<-- [start:check]
torch.manual_seed(0)
random.seed(0)
gaps = []
for _ in range(200):
    options = {
        "lr": random.uniform(0.001, 0.1),
        "betas": (random.uniform(0, 0.99), random.uniform(0, 0.9999)),
        "eps": random.choice((1e-8, 0.1)),
        "maximize": random.choice((False, True)),
    }
    w = torch.randn(5, 2, dtype=torch.float64)
    grads = []
    for _ in range(6):
        rows = torch.randint(5, (1, 3))  # (1)!
        values = torch.randn(3, 2, dtype=torch.float64)
        grads.append(torch.sparse_coo_tensor(rows, values, (5, 2)))
    p = torch.nn.Parameter(w.clone())
    optimizer = torch.optim.SparseAdam([p], **options)
    for g in grads:
        p.grad = g.clone()
        optimizer.step()
    hand = by_hand(w, grads, **options)
    gaps.append((p.detach() - hand).abs().max().item())
print(len(gaps), "random settings, within 1e-12:", max(gaps) < 1e-12)
state = optimizer.state[p]
print("parameter", tuple(p.shape), "step", state["step"])
print({k: tuple(state[k].shape) for k in ("exp_avg", "exp_avg_sq")})
# --8<-- [end:check]
