import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
scheduler = ReduceLROnPlateau(
    optimizer, "max", factor=0.5, patience=1, threshold=0.125
)
for value in (0.5, 0.5625, 0.625, 0.625, 0.75):
    optimizer.step()
    scheduler.step(value)
    print(value, "best", scheduler.best, "lr", scheduler.get_last_lr()[0])
