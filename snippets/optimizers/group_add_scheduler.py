import torch
from torch.optim.lr_scheduler import LambdaLR, LinearLR

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
print("LambdaLR:", scheduler.get_last_lr())

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
scheduler = LinearLR(optimizer, 0.25, total_iters=3)
optimizer.add_param_group({"params": [torch.zeros(1)]})  # (2)!
for _ in range(3):
    optimizer.step()
    scheduler.step()
print("LinearLR:", scheduler.get_last_lr())
