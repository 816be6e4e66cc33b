import types
import warnings

import torch

optimizer = torch.optim.SGD([torch.nn.Parameter(torch.ones(1))], lr=1.0)
original = optimizer.step
optimizer.step = lambda: original()
try:
    torch.optim.lr_scheduler.StepLR(optimizer, 1, gamma=0.5)
except AttributeError as error:
    print(f"AttributeError: {error}")

warnings.simplefilter("error")
optimizer.step = types.MethodType(
    lambda self: original(), optimizer
)  # (1)!
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1, gamma=0.5)
optimizer.step()
scheduler.step()
print("fixed: no warning, rate", scheduler.get_last_lr())
