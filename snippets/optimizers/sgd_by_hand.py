# --8<-- [start:rule]
import random
from itertools import product

import torch

grads = [torch.tensor([1.0, -2.0]).double() * k for k in (1, 0.5, -1, 2)]


def by_hand(mu, tau, lam, nesterov, maximize, lr=0.1):
    w, b = torch.tensor([1.0, 2.0]).double(), None
    for g in grads:
        g = -g if maximize else g
        g = g + lam * w  # (1)!
        if mu != 0:
            b = g if b is None else mu * b + (1 - tau) * g  # (2)!
            g = g + mu * b if nesterov else b  # (3)!
        w = w - lr * g
    return w


print(
    "one case:",
    [round(v, 4) for v in by_hand(0.9, 0.5, 0.1, 0, 0).tolist()],
)
# --8<-- [end:rule]

# --8<-- [start:check]
random.seed(0)
gaps = []
kinds = ({"foreach": False}, {"foreach": True}, {"fused": True})  # (1)!
cases = product((0, 0.9), (0, 0.5), (0, 0.1), (False, True), (False, True))
for (mu, tau, lam, nesterov, maximize), kind in product(cases, kinds):
    if nesterov and (mu == 0 or tau != 0):  # (2)!
        continue
    w = torch.tensor([1.0, 2.0]).double().requires_grad_()
    mu, tau, lam = (random.random() if x else 0 for x in (mu, tau, lam))
    lr = random.uniform(0, 0.5)
    options = {"nesterov": nesterov, "maximize": maximize, **kind}
    optimizer = torch.optim.SGD([w], lr, mu, tau, lam, **options)
    for g in grads:
        w.grad = g.clone()
        optimizer.step()
    hand = by_hand(mu, tau, lam, nesterov, maximize, lr)
    gaps.append((w.detach() - hand).abs().max().item())
print(len(gaps), "runs, all within 1e-12:", max(gaps) < 1e-12)
# --8<-- [end:check]
