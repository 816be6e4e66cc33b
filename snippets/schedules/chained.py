import matplotlib.pyplot as plt
import torch
from torch.optim import lr_scheduler as S


def warmup(o):
    return S.LinearLR(o, 0.1, total_iters=9)


def decay(o):
    return S.ExponentialLR(o, gamma=0.95)


def rates(make):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = make(optimizer)
    used = []
    for _ in range(41):
        used.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    return used


def both(o):
    return S.ChainedScheduler([warmup(o), decay(o)])


one, two, chain = rates(warmup), rates(decay), rates(both)
product = [a * b for a, b in zip(one, two, strict=True)]
same = all(abs(a - b) < 1e-12 for a, b in zip(chain, product, strict=True))
print([round(rate, 4) for rate in chain[::10]], "product:", same)
plt.plot(one, "--", label="LinearLR")
plt.plot(two, ":", label="ExponentialLR")
plt.plot(chain, "-", label="ChainedScheduler")
plt.xlabel("update")
plt.ylabel("learning rate")
plt.legend()
plt.show()
