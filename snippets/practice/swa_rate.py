import torch
from torch.optim.swa_utils import SWALR

for strategy in ("linear", "cos"):
    w = torch.nn.Parameter(torch.ones(1))
    optimizer = torch.optim.SGD([w], lr=0.5)
    scheduler = SWALR(
        optimizer, swa_lr=0.1, anneal_epochs=4, anneal_strategy=strategy
    )
    rates = []
    for _ in range(7):
        rates.append(round(optimizer.param_groups[0]["lr"], 4))
        optimizer.step()
        scheduler.step()
    print(f"{strategy:7}", rates)
