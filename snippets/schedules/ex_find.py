import torch
from torch.optim.lr_scheduler import OneCycleLR

optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.1)
scheduler = OneCycleLR(optimizer, 0.1, epochs=3, steps_per_epoch=4)
for epoch in range(3):
    print(epoch, f"{scheduler.get_last_lr()[0]:.4f}")
    for _ in range(4):
        optimizer.step()
    scheduler.step()
