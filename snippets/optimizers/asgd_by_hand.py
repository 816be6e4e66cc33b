# --8<-- [start:rule]
import random

import torch


def by_hand(w, grads, lr, lambd, alpha, t0, weight_decay, maximize):
    eta, mu, mean = torch.tensor(lr), torch.tensor(1.0), w  # (1)!
    for t, g in enumerate(grads, start=1):
        g = -g if maximize else g
        g = g + weight_decay * w
        w = w * (1 - lambd * eta.item()) - eta.item() * g
        mean = mean + mu.item() * (w - mean)
        eta = torch.tensor(lr / (1 + lambd * lr * t) ** alpha)  # (2)!
        mu = torch.tensor(1 / max(1, t - t0))  # (3)!
    return w, mean


w, grads = torch.tensor([1.0]), [torch.tensor([k]) for k in (1.0, -1.0) * 3]
last, mean = by_hand(w, grads, 0.5, 0, 0.75, 2, 0, False)
print("last", last.tolist(), "mean", round(mean.item(), 4))
# --8<-- [end:rule]

# --8<-- [start:check]
torch.manual_seed(0)
random.seed(0)
gaps = {"loop": [], "foreach": []}  # (1)!
for _ in range(200):
    options = {
        "lr": random.uniform(0.001, 0.5),
        "lambd": random.choice((0.0001, 0.5)),
        "alpha": random.uniform(0, 1),
        "t0": random.choice((0, 2, 1e6)),
        "weight_decay": random.choice((0, 0.1)),
        "maximize": random.choice((False, True)),
    }
    w = torch.randn(3, dtype=torch.float64)
    grads = torch.randn(6, 3, dtype=torch.float64)
    p = torch.nn.Parameter(w.clone())
    path = random.choice(list(gaps))
    foreach = path == "foreach"
    optimizer = torch.optim.ASGD([p], **options, foreach=foreach)
    for g in grads:
        p.grad = g.clone()
        optimizer.step()
    last, mean = by_hand(w, grads, **options)
    both = torch.stack([p.detach() - last, optimizer.state[p]["ax"] - mean])
    gaps[path].append(both.abs().max().item())
print("runs:", sum(map(len, gaps.values())))
print("loop, within 1e-12:", max(gaps["loop"]) < 1e-12)
print("foreach, within 1e-6:", max(gaps["foreach"]) < 1e-6)
state = {k: tuple(v.shape) for k, v in optimizer.state[p].items()}
print("parameter", tuple(p.shape), "state", state)
# --8<-- [end:check]
