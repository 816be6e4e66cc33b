import torch
from torch.optim.lr_scheduler import ConstantLR, LinearLR, SequentialLR

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
parts = [
    LinearLR(optimizer, 0.5, total_iters=2),
    ConstantLR(optimizer, 1.0),
]
try:
    SequentialLR(optimizer, parts, milestones=[2, 10])
except ValueError as error:
    print(f"ValueError: {error}")

scheduler = SequentialLR(optimizer, parts, milestones=[2])
print("fixed: first lr", scheduler.get_last_lr())
