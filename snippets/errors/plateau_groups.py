import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
scheduler = ReduceLROnPlateau(optimizer, patience=0, min_lr=[0.1])
optimizer.add_param_group({"params": [torch.zeros(1)]})
try:
    for _ in range(2):
        optimizer.step()
        scheduler.step(1.0)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

scheduler.min_lrs = [0.1, 0.1]
scheduler.step(1.0)
print("fixed: lr", scheduler.get_last_lr())
