# --8<-- [start:three]
import copy

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def fresh():
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    return optimizer, CosineAnnealingLR(optimizer, T_max=10)


def three_rates(optimizer, scheduler):
    rates = []
    for _ in range(3):
        rates.append(round(optimizer.param_groups[0]["lr"], 4))
        optimizer.step()
        scheduler.step()
    return rates


optimizer, scheduler = fresh()
three_rates(optimizer, scheduler)
saved = copy.deepcopy(optimizer.state_dict())
saved_scheduler = copy.deepcopy(scheduler.state_dict())
print("not interrupted:    ", three_rates(optimizer, scheduler))

optimizer, scheduler = fresh()
optimizer.load_state_dict(saved)
scheduler.load_state_dict(saved_scheduler)  # (1)!
print("both restored:      ", three_rates(optimizer, scheduler))

optimizer, scheduler = fresh()
optimizer.load_state_dict(saved)
print("scheduler forgotten:", three_rates(optimizer, scheduler))

optimizer, scheduler = fresh()
scheduler.load_state_dict(saved_scheduler)
print("optimizer forgotten:", three_rates(optimizer, scheduler))
# --8<-- [end:three]
# --8<-- [start:initial]
optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
try:
    CosineAnnealingLR(optimizer, T_max=10, last_epoch=3)
except KeyError as error:
    print(f"KeyError: {error.args[0].splitlines()[0]}")
# --8<-- [end:initial]
