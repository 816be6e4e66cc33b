import copy

import torch
from torch.optim.lr_scheduler import StepLR


def build():
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    return optimizer, StepLR(optimizer, step_size=2, gamma=0.5)


optimizer, scheduler = build()
for _ in range(4):
    optimizer.step()
    scheduler.step()
saved = copy.deepcopy([optimizer.state_dict(), scheduler.state_dict()])

optimizer, scheduler = build()
optimizer.load_state_dict(saved[0])
scheduler.load_state_dict(saved[1])
scheduler.step_size = 3
for step in range(4, 10):
    print(step, scheduler.get_last_lr()[0])
    optimizer.step()
    scheduler.step()
