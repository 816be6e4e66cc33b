import warnings

import torch
from torch.optim.lr_scheduler import StepLR

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for loss in (2.3, 1.9, 1.2, 0.7):
        optimizer.step()
        scheduler.step(loss)  # (1)!
        print(loss, "-> lr", optimizer.param_groups[0]["lr"])
print(len(caught), "warnings:", str(caught[0].message).split(" and is")[0])
