import torch
from torch.optim.lr_scheduler import CyclicLR, OneCycleLR

optimizer = torch.optim.Adagrad([torch.zeros(1)], lr=0.1)
for make, options in (
    (OneCycleLR, {"max_lr": 1.0, "total_steps": 5}),
    (CyclicLR, {"base_lr": 0.5, "max_lr": 1.0}),
):
    try:
        make(optimizer, **options)
    except ValueError as error:
        print(f"ValueError: {error}")

print("left behind: initial_lr", optimizer.param_groups[0]["initial_lr"])
optimizer = torch.optim.Adagrad([torch.zeros(1)], lr=0.1)
scheduler = CyclicLR(optimizer, 0.5, 1.0, cycle_momentum=False)
print("fixed: first lr", scheduler.get_last_lr())
