import torch
from torch.optim.lr_scheduler import LambdaLR

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
scheduler = LambdaLR(optimizer, lambda update: 0.5**update)
optimizer.add_param_group({"params": [torch.zeros(1)]})
optimizer.step()
try:
    scheduler.step()
except ValueError as error:
    print(f"ValueError: {error}")

scheduler = LambdaLR(optimizer, lambda update: 0.5**update)  # (1)!
optimizer.step()
scheduler.step()
print(scheduler.get_last_lr())
