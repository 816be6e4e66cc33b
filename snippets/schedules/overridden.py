import warnings

import torch

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1, gamma=0.5)
original = optimizer.step
optimizer.step = lambda: original()  # (1)!
used = []
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for _ in range(3):
        used.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
print("UserWarning:", str(caught[0].message).split(" Please")[0])
print(used)
