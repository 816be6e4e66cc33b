import matplotlib.pyplot as plt
import torch
from torch.optim import lr_scheduler as S

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
warmup = S.LinearLR(optimizer, 0.1, total_iters=9)
hold = S.ConstantLR(optimizer, factor=1.0)
cosine = S.CosineAnnealingLR(optimizer, T_max=20, eta_min=0.1)
scheduler = S.SequentialLR(
    optimizer, [warmup, hold, cosine], milestones=[9, 20]
)
used = []
for _ in range(41):
    used.append(scheduler.get_last_lr()[0])
    optimizer.step()
    scheduler.step()
for t in (0, 8, 9, 19, 20, 21, 30, 40):
    print(t, round(used[t], 4))
plt.plot(used, "o-", markersize=3)
plt.xlabel("update")
plt.ylabel("learning rate")
plt.show()
