import torch
from torch.optim.lr_scheduler import CyclicLR

groups = [{"params": [torch.zeros(1)]}, {"params": [torch.zeros(1)]}]
optimizer = torch.optim.SGD(groups, lr=1.0)
scheduler = CyclicLR(optimizer, [0.01, 0.1], [0.1, 1.0], step_size_up=2)
for _ in range(4):
    print([round(rate, 4) for rate in scheduler.get_last_lr()])
    optimizer.step()
    scheduler.step()
