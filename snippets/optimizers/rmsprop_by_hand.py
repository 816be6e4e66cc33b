# --8<-- [start:rule]
import random

import torch


def by_hand(w, grads, lr, alpha, eps, weight_decay, momentum, **flags):
    v, mean, b = 0.0, 0.0, 0.0
    for g in grads:
        g = -g if flags["maximize"] else g
        g = g + weight_decay * w
        v = alpha * v + (1 - alpha) * g**2
        mean = alpha * mean + (1 - alpha) * g
        spread = v - mean**2 if flags["centered"] else v  # (1)!
        d = g / (spread.sqrt() + eps)
        b = momentum * b + d  # (2)!
        w = w - lr * b
    return w


w = torch.tensor([1.0, 1.0])
grads = [torch.tensor([1.0, 100.0])] * 4
flags = {"maximize": False, "centered": False}
after = by_hand(w, grads, 0.01, 0.99, 1e-8, 0, 0, **flags)
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
        "alpha": random.uniform(0.5, 0.999),
        "eps": random.choice((1e-08, 0.1)),
        "weight_decay": random.choice((0, 0.1)),
        "momentum": random.choice((0, 0.9)),
        "centered": random.choice((False, True)),
        "maximize": random.choice((False, True)),
    }
    w = torch.randn(3, dtype=torch.float64)
    grads = torch.randn(6, 3, dtype=torch.float64)
    p = torch.nn.Parameter(w.clone())
    path = random.choice(paths)
    optimizer = torch.optim.RMSprop([p], **options, **path)
    for g in grads:
        p.grad = g.clone()
        optimizer.step()
    hand = by_hand(w, grads, **options)
    gaps.append((p.detach() - hand).abs().max().item())
print(len(gaps), "random settings, within 1e-12:", max(gaps) < 1e-12)
state = {k: tuple(v.shape) for k, v in optimizer.state[p].items()}
print("parameter", tuple(p.shape), "state", state)
# --8<-- [end:check]
