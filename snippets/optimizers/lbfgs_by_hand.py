# --8<-- [start:rule]
import random

import torch


def by_hand(w, look, lr, max_iter, max_eval, history_size, **stop):
    (loss, g), pairs, h, seen = look(w), [], 1, 1
    old = d_old = t = None
    for k in range(1, max_iter + 1):
        d, weights = -g, []
        if k > 1:
            y, s = g - old, t * d_old  # (1)!
            if y @ s > 1e-10:
                pairs = [*pairs, (y, s)][-history_size:]
                h = (y @ s) / (y @ y)  # (2)!
            for y, s in reversed(pairs):
                weights.append((s @ d) / (y @ s))
                d = d - weights[-1] * y
            d = d * h
            for y, s in pairs:
                d = d + (weights.pop() - (y @ d) / (y @ s)) * s
        t = lr * (1 if k > 1 else min(1, 1 / g.abs().sum()))  # (3)!
        if g @ d > -stop["tolerance_change"]:
            break
        w, old, d_old, before = w + t * d, g, d, loss
        if k == max_iter:
            break
        (loss, g), seen = look(w), seen + 1
        if g.abs().max() <= stop["tolerance_grad"] or seen >= max_eval:
            break
        if (t * d).abs().max() <= stop["tolerance_change"]:
            break
        if abs(loss - before) < stop["tolerance_change"]:
            break
    return w


# --8<-- [end:rule]

# --8<-- [start:check]
torch.manual_seed(0)
random.seed(0)


def compare(start, h, options):
    def f(w):
        return (h * w.cosh()).sum() + w.sum() ** 2  # (1)!

    def look(w):
        w = w.clone().requires_grad_()
        loss = f(w)
        return loss.item(), torch.autograd.grad(loss, w)[0]

    def closure():
        optimizer.zero_grad()
        loss = f(p)
        loss.backward()
        return loss

    p = torch.nn.Parameter(start.clone())
    optimizer = torch.optim.LBFGS([p], **options)
    optimizer.step(closure)
    return (p.detach() - by_hand(start, look, **options)).abs().max()


gaps = []
for _ in range(100):
    options = {
        "lr": random.uniform(0.2, 1.2),
        "max_iter": random.randint(1, 30),
        "max_eval": random.randint(2, 30),
        "history_size": random.randint(1, 10),
        "tolerance_grad": random.choice((1e-7, 1e-2)),
        "tolerance_change": random.choice((1e-9, 1e-2)),
    }
    start = torch.randn(4, dtype=torch.float64)
    h = torch.rand(4, dtype=torch.float64) + 0.5
    gaps.append(compare(start, h, options).item())
print(len(gaps), "random settings, within 1e-12:", max(gaps) < 1e-12)
# --8<-- [end:check]
