import warnings

import torch

w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1, gamma=0.5)
optimizer.step()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    scheduler.step(1)
print(f"UserWarning: {caught[0].message}")

optimizer.step()
scheduler.step()
print("fixed: lr =", scheduler.get_last_lr())
