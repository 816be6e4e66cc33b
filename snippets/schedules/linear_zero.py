import torch
from torch.optim.lr_scheduler import LambdaLR, LinearLR

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
try:
    LinearLR(optimizer, start_factor=0.0)  # (1)!
except ValueError as error:
    print(f"ValueError: {error}")

scheduler = LambdaLR(optimizer, lambda t: min(1.0, (t + 1) / 4))  # (2)!
for _ in range(5):
    print(scheduler.get_last_lr()[0], end=" ")
    optimizer.step()
    scheduler.step()
print()
