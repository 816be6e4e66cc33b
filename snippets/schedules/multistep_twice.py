import torch
from torch.optim.lr_scheduler import MultiStepLR

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
scheduler = MultiStepLR(optimizer, [4, 2, 2], gamma=0.5)  # (1)!
used = []
for _ in range(6):
    used.append(scheduler.get_last_lr()[0])
    optimizer.step()
    scheduler.step()
print(used)
