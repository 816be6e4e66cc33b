import torch

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(
    optimizer, factor=0.5, patience=1
)
for validation_loss in [4.0, 2.0, 2.0, 2.0, 1.0, 1.0]:
    optimizer.step()
    scheduler.step(validation_loss)  # (1)!
    print(validation_loss, "-> lr", scheduler.get_last_lr()[0])

try:
    scheduler.step()
except TypeError as error:
    print(f"TypeError: {error}")
