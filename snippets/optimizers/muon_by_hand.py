# --8<-- [start:rule]
import random

import torch


def orthogonal(b, a, steps, eps):
    x = (b.T if b.size(0) > b.size(1) else b).bfloat16()  # (1)!
    x = x / x.norm().clamp(min=eps)
    for _ in range(steps):
        gram = x @ x.T
        mix = torch.addmm(gram, gram, gram, beta=a[1], alpha=a[2])
        x = torch.addmm(x, mix, x, beta=a[0])  # (2)!
    return x.T if b.size(0) > b.size(1) else x


def by_hand(w, grads, lr, weight_decay, momentum, nesterov, eps, **more):
    b = torch.zeros_like(w)
    for g in grads:
        b = b.lerp(g, 1 - momentum)  # (3)!
        d = g.lerp(b, momentum) if nesterov else b
        o = orthogonal(d, more["ns_coefficients"], more["ns_steps"], eps)
        rows, columns = w.shape
        scale = max(1, rows / columns) ** 0.5  # (4)!
        if more["adjust_lr_fn"] == "match_rms_adamw":
            scale = 0.2 * max(rows, columns) ** 0.5
        w = (w * (1 - lr * weight_decay)).add(o, alpha=-lr * scale)
    return w


# --8<-- [end:rule]

# --8<-- [start:check]
torch.manual_seed(0)
random.seed(0)
equal = 0
for _ in range(200):
    options = {
        "lr": random.uniform(0, 0.2),
        "weight_decay": random.choice((0, 0.1)),
        "momentum": random.uniform(0, 0.99),
        "nesterov": random.choice((False, True)),
        "ns_coefficients": random.choice(
            ((3.4445, -4.775, 2.0315), (1.5, -0.5, 0))
        ),
        "eps": random.choice((1e-07, 0.001)),
        "ns_steps": random.choice((1, 5, 10)),
        "adjust_lr_fn": random.choice(
            (None, "original", "match_rms_adamw")
        ),
    }
    shape = random.choice(((4, 3), (3, 3), (2, 5)))
    w = torch.randn(shape, dtype=torch.float64)
    grads = torch.randn(6, *shape, dtype=torch.float64)
    p = torch.nn.Parameter(w.clone())
    optimizer = torch.optim.Muon([p], **options)
    for g in grads:
        p.grad = g.clone()
        optimizer.step()
    hand = by_hand(w, grads, **options)
    equal += torch.equal(p.detach(), hand)
print("200 random settings, equal to the last bit:", equal)
state = {k: tuple(v.shape) for k, v in optimizer.state[p].items()}
print("parameter", tuple(p.shape), "state", state)
# --8<-- [end:check]
