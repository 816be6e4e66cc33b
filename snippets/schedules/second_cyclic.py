import torch
from torch.optim.lr_scheduler import CyclicLR, StepLR

for earlier in (False, True):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=5.0)
    if earlier:
        StepLR(optimizer, step_size=10)  # (1)!
    scheduler = CyclicLR(optimizer, 0.25, 1.0, step_size_up=2)
    used = []
    for _ in range(4):
        used.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    print(f"earlier scheduler {earlier}: {used}")
