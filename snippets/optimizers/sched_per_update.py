import warnings

import torch


def used_rates(per_micro_batch, accumulate=2, updates=6):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(
        optimizer, T_max=updates
    )
    rates = []
    for micro in range(1, updates * accumulate + 1):
        if micro % accumulate == 0:
            rates.append(round(scheduler.get_last_lr()[0], 3))
            optimizer.step()
            if not per_micro_batch:
                scheduler.step()  # (1)!
        if per_micro_batch:
            scheduler.step()  # (2)!
    return rates


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print("per update:     ", used_rates(per_micro_batch=False))
    print("warnings:", len(caught))
    print("per micro-batch:", used_rates(per_micro_batch=True))
    print("warnings:", len(caught))
