import matplotlib.pyplot as plt
import torch
from torch.optim import lr_scheduler as S


def warmup_cosine(o):
    warmup = S.LinearLR(o, 0.125, total_iters=7)
    cosine = S.CosineAnnealingLR(o, T_max=53)
    return S.SequentialLR(o, [warmup, cosine], milestones=[7])


for label, style, make in [
    ("StepLR", "-", lambda o: S.StepLR(o, 20, gamma=0.5)),
    ("ExponentialLR", ":", lambda o: S.ExponentialLR(o, 0.9375)),
    ("CosineAnnealingLR", "--", lambda o: S.CosineAnnealingLR(o, 60)),
    ("warmup + cosine", "-.", warmup_cosine),
]:
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = make(optimizer)
    used = []
    for _ in range(60):
        used.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    plt.plot(used, linestyle=style, label=label)
plt.xlabel("update")
plt.ylabel("learning rate")
plt.legend()
plt.show()
