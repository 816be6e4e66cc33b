import torch


def rates(values, **kwargs):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(
        optimizer, factor=0.5, patience=1, **kwargs
    )
    for value in values:
        optimizer.step()
        scheduler.step(value)  # (1)!
        print(value, "-> lr", scheduler.get_last_lr()[0])
    return scheduler


print("validation loss")
scheduler = rates([4.0, 2.0, 2.0, 2.0, 1.0])
print("accuracy, default mode")
rates([0.5, 0.6, 0.7])
print("accuracy, mode='max'")
rates([0.5, 0.6, 0.7], mode="max")

try:
    scheduler.step()
except TypeError as error:
    print(f"TypeError: {error}")
