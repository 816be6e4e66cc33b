import torch

w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
Plateau = torch.optim.lr_scheduler.ReduceLROnPlateau
scheduler = Plateau(optimizer, factor=0.5, patience=0)
try:
    scheduler.step()
except TypeError as error:
    print(f"TypeError: {error}")

for validation_loss in (1.0, 1.0):
    scheduler.step(validation_loss)
print("fixed: lr =", scheduler.get_last_lr())
