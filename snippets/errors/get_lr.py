import warnings

import torch

w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1, gamma=0.5)
optimizer.step()
scheduler.step()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    wrong = scheduler.get_lr()
print(f"UserWarning: {caught[0].message}")
print("get_lr:", wrong)

print("fixed:", scheduler.get_last_lr())
