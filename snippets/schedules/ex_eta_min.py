import torch
from torch.optim.lr_scheduler import CosineAnnealingLR

groups = [{"params": [torch.zeros(1)], "lr": lr} for lr in (1.0, 0.1)]
optimizer = torch.optim.SGD(groups)
scheduler = CosineAnnealingLR(optimizer, T_max=4, eta_min=0.25)
for step in range(5):
    print(step, [round(rate, 4) for rate in scheduler.get_last_lr()])
    optimizer.step()
    scheduler.step()
