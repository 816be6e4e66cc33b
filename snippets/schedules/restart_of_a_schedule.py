import torch
from torch.optim.lr_scheduler import StepLR

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
for training in ("first", "second"):
    scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
    used = []
    for _ in range(3):
        used.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    group = optimizer.param_groups[0]
    print(training, used, "initial_lr", group["initial_lr"])
