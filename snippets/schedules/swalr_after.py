import torch
from torch.optim.lr_scheduler import ExponentialLR
from torch.optim.swa_utils import SWALR

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
decay = ExponentialLR(optimizer, gamma=0.5)
average = SWALR(optimizer, swa_lr=0.5, anneal_epochs=2)  # (1)!
for epoch in range(7):
    print(epoch, round(optimizer.param_groups[0]["lr"], 4))
    optimizer.step()
    if epoch < 3:
        decay.step()
    else:
        average.step()

try:
    SWALR(optimizer, swa_lr=0.5, annealing_epochs=2)  # (2)!
except TypeError as error:
    print(f"TypeError: {error}")
