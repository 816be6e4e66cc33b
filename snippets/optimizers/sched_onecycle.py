import torch

optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.5, momentum=0.5)
scheduler = torch.optim.lr_scheduler.OneCycleLR(
    optimizer, max_lr=1.0, total_steps=5
)
try:
    for update in range(6):
        group = optimizer.param_groups[0]
        lr, momentum = group["lr"], group["momentum"]
        print(f"update {update}: lr {lr:.6f}, momentum {momentum:.2f}")
        optimizer.step()
        scheduler.step()
except ValueError as error:
    print(f"ValueError: {error}")
