# --8<-- [start:rule]
import random

import torch


def by_hand(w, grads, lr, lr_decay, weight_decay, eps, maximize, **start):
    total = start["initial_accumulator_value"]
    for t, g in enumerate(grads, start=1):
        g = -g if maximize else g
        g = g + weight_decay * w
        total = total + g**2  # (1)!
        rate = lr / (1 + (t - 1) * lr_decay)  # (2)!
        w = w - rate * g / (total.sqrt() + eps)
    return w


w = torch.tensor([1.0, 1.0])
grads = [torch.tensor([1.0, 100.0])] * 4  # (3)!
start = {"initial_accumulator_value": 0}
after = by_hand(w, grads, 0.1, 0, 0, 1e-10, False, **start)
print([round(v, 4) for v in after.tolist()])
# --8<-- [end:rule]

# --8<-- [start:check]
torch.manual_seed(0)
random.seed(0)
gaps = []
paths = ({"foreach": False}, {"foreach": True}, {"fused": True})
for _ in range(200):
    options = {
        "lr": random.uniform(0, 0.2),
        "lr_decay": random.choice((0, 0.1)),
        "weight_decay": random.choice((0, 0.1)),
        "eps": random.choice((1e-10, 0.1)),
        "maximize": random.choice((False, True)),
        "initial_accumulator_value": random.choice((0, 0.5)),
    }
    w = torch.randn(3, dtype=torch.float64)
    grads = torch.randn(6, 3, dtype=torch.float64)
    p = torch.nn.Parameter(w.clone())
    path = random.choice(paths)
    optimizer = torch.optim.Adagrad([p], **options, **path)
    for g in grads:
        p.grad = g.clone()
        optimizer.step()
    hand = by_hand(w, grads, **options)
    gaps.append((p.detach() - hand).abs().max().item())
print(len(gaps), "random settings, within 1e-12:", max(gaps) < 1e-12)
state = {k: tuple(v.shape) for k, v in optimizer.state[p].items()}
print("parameter", tuple(p.shape), "state", state)
# --8<-- [end:check]
