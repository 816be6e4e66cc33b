import copy

import torch
from torch.optim.lr_scheduler import LinearLR


def build():
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    return optimizer, LinearLR(optimizer, 0.25, total_iters=3)


optimizer, scheduler = build()
for _ in range(3):
    optimizer.step()
    scheduler.step()
saved = copy.deepcopy(optimizer.state_dict())
print("saved lr:", optimizer.param_groups[0]["lr"])

optimizer, scheduler = build()
optimizer.load_state_dict(saved)  # (1)!
print("scheduler, then load:", optimizer.param_groups[0]["lr"])

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
optimizer.load_state_dict(saved)
LinearLR(optimizer, 0.25, total_iters=3)  # (2)!
print("load, then scheduler:", optimizer.param_groups[0]["lr"])
