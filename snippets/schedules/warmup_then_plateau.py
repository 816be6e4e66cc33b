import torch
from torch.optim.lr_scheduler import (
    LinearLR,
    ReduceLROnPlateau,
    SequentialLR,
)

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
warmup = LinearLR(optimizer, 0.25, total_iters=3)
plateau = ReduceLROnPlateau(optimizer, factor=0.5, patience=1)
try:
    SequentialLR(optimizer, [warmup, plateau], milestones=[3])
except ValueError as error:
    print(f"ValueError: {str(error).split(' as it')[0]}")

losses = [4.0, 3.0, 2.0, 1.0, 1.0, 1.0, 1.0]
for epoch, loss in enumerate(losses):
    print(epoch, optimizer.param_groups[0]["lr"])
    optimizer.step()
    if epoch < 3:
        warmup.step()
    else:
        plateau.step(loss)  # (1)!
