import torch

OneCycleLR = torch.optim.lr_scheduler.OneCycleLR
w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
try:
    OneCycleLR(optimizer, max_lr=1.0)
except ValueError as error:
    print(f"ValueError: {error}")

scheduler = OneCycleLR(optimizer, max_lr=1.0, epochs=2, steps_per_epoch=3)
print("fixed: total_steps =", scheduler.total_steps)
