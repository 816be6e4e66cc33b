import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
scheduler = CosineAnnealingWarmRestarts(optimizer, T_0=2)
batches = 4
for epoch in range(3):
    used = []
    for batch in range(batches):
        scheduler.step(epoch + batch / batches)  # (1)!
        used.append(round(scheduler.get_last_lr()[0], 4))
        optimizer.step()
    print(epoch, used)

for options in ({"T_0": 2.5}, {"T_0": 2, "T_mult": 1.5}):
    try:
        CosineAnnealingWarmRestarts(optimizer, **options)
    except ValueError as error:
        print(f"ValueError: {error}")
