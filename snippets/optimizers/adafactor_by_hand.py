# --8<-- [start:rule]
import random

import torch


def by_hand(w, grads, lr, beta2_decay, eps, d, weight_decay, maximize):
    rows = cols = v = 0.0
    small = torch.finfo(w.dtype).eps if eps[0] is None else eps[0]
    for t, g in enumerate(grads, start=1):
        g = -g if maximize else g
        new = t**beta2_decay  # (1)!
        rms = w.square().mean().sqrt().item()
        length = max(eps[1], rms) * min(lr, t**-0.5)  # (2)!
        w = w * (1 - lr * weight_decay)
        if g.dim() > 1:
            rows = (1 - new) * rows + new * g.square().mean(-1, True)
            cols = (1 - new) * cols + new * g.square().mean(-2, True)
            v_hat = (
                rows @ cols / rows.mean(-2, True).clamp(min=small)
            )  # (3)!
        else:
            v_hat = v = (1 - new) * v + new * g.square()
        u = g / v_hat.clamp(min=small**2).sqrt()
        u = u / max(1.0, u.square().mean().sqrt().item() / d)  # (4)!
        w = w - length * u
    return w


w, grads = torch.ones(2, 3), [torch.tensor([[1.0, 1, 1], [9, 9, 9]])] * 4
after = by_hand(w, grads, 0.01, -0.8, (None, 0.001), 1, 0, False)
print([round(v, 4) for v in after.flatten().tolist()])
# --8<-- [end:rule]

# --8<-- [start:check]
torch.manual_seed(0)
random.seed(0)
gaps = []
paths = ({"foreach": False}, {"foreach": True})
for _ in range(200):
    options = {
        "lr": random.uniform(0, 0.2),
        "beta2_decay": random.uniform(-1, 0),
        "eps": random.choice(((None, 0.001), (0.01, 0.5))),
        "d": random.uniform(1, 2),
        "weight_decay": random.choice((0, 0.1)),
        "maximize": random.choice((False, True)),
    }
    shape = random.choice(((4,), (3, 2), (2, 3, 2)))
    w = torch.randn(shape, dtype=torch.float64)
    grads = torch.randn(6, *shape, dtype=torch.float64)
    p = torch.nn.Parameter(w.clone())
    path = random.choice(paths)
    optimizer = torch.optim.Adafactor([p], **options, **path)
    for g in grads:
        p.grad = g.clone()
        optimizer.step()
    hand = by_hand(w, grads, **options)
    gaps.append((p.detach() - hand).abs().max().item())
print(len(gaps), "random settings, within 1e-12:", max(gaps) < 1e-12)
state = {k: tuple(v.shape) for k, v in optimizer.state[p].items()}
print("parameter", tuple(p.shape), "state", state)
# --8<-- [end:check]
