import warnings

import torch


def used_rates(scheduler_first):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.5)
    rates = []
    for _ in range(4):
        if scheduler_first:
            scheduler.step()
        rates.append(optimizer.param_groups[0]["lr"])  # (1)!
        optimizer.step()
        if not scheduler_first:
            scheduler.step()
    return rates


print("optimizer first:", used_rates(scheduler_first=False))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print("scheduler first:", used_rates(scheduler_first=True))
print(len(caught), "warning:", str(caught[0].message).split(". ")[0])
