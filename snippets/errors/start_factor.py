import torch
from torch.optim.lr_scheduler import LinearLR

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
for options in ({"start_factor": 0.0}, {"start_factor": 4.0}):
    try:
        LinearLR(optimizer, **options)
    except ValueError as error:
        print(f"ValueError: {error}")
try:
    LinearLR(optimizer, end_factor=2.0)
except ValueError as error:
    print(f"ValueError: {error}")

scheduler = LinearLR(optimizer, start_factor=0.125, total_iters=7)
print("fixed: first lr", scheduler.get_last_lr())
