import torch

OneCycleLR = torch.optim.lr_scheduler.OneCycleLR
w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
scheduler = OneCycleLR(optimizer, max_lr=1.0, total_steps=2)
try:
    for _step in range(3):
        optimizer.step()
        scheduler.step()
except ValueError as error:
    print(f"ValueError: {error}")

scheduler = OneCycleLR(optimizer, max_lr=1.0, total_steps=3)
for _step in range(3):
    optimizer.step()
    scheduler.step()
print("fixed: 3 steps")
