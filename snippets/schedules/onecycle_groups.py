import torch
from torch.optim.lr_scheduler import OneCycleLR


def show(max_lr, **options):
    groups = [{"params": [torch.zeros(1)], "lr": lr} for lr in (1e-4, 1e-2)]
    sgd = torch.optim.SGD(groups)
    OneCycleLR(sgd, max_lr, total_steps=10, **options)
    rates = [round(group["lr"], 6) for group in sgd.param_groups]
    print(max_lr, rates, "momentum", sgd.param_groups[0]["momentum"])


show(0.1)
show([0.001, 0.1])  # (1)!
show([0.001, 0.1], cycle_momentum=False)  # (2)!
try:
    show([0.1])
except ValueError as error:
    print(f"ValueError: {error}")
