import warnings

import torch
from torch.optim.lr_scheduler import StepLR

try:
    torch.optim.SGD([torch.zeros(1)], lr=0.1, decay=0.01)
except TypeError as error:
    print(f"TypeError: {error}")

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
try:
    StepLR(optimizer, step_size=1, verbose=True)
except TypeError as error:
    print(f"TypeError: {error}")

scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
optimizer.step()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    scheduler.step(epoch=1)
print("Warning:", str(caught[0].message).split(". ")[0])
print("get_last_lr():", scheduler.get_last_lr())
