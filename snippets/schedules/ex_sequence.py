import torch
from torch.optim import lr_scheduler as S

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
warmup = S.LinearLR(optimizer, 0.5, total_iters=2)
hold = S.ConstantLR(optimizer, factor=1.0)
line = S.PolynomialLR(optimizer, total_iters=4)
scheduler = S.SequentialLR(optimizer, [warmup, hold, line], [2, 4])
used = []
for _ in range(9):
    used.append(scheduler.get_last_lr()[0])
    optimizer.step()
    scheduler.step()
print(used)
