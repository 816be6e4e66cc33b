import torch
from torch.optim.lr_scheduler import CyclicLR

optimizer = torch.optim.SGD([torch.zeros(1)], lr=5.0)
scheduler = CyclicLR(optimizer, 0.0, 1.0, step_size_up=1, step_size_down=4)
for _ in range(7):
    group = optimizer.param_groups[0]
    print(round(group["lr"], 4), round(group["momentum"], 4))
    optimizer.step()
    scheduler.step()
