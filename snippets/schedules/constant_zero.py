import torch

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
scheduler = torch.optim.lr_scheduler.ConstantLR(
    optimizer, factor=0.0, total_iters=2
)
try:
    for _ in range(3):
        print(scheduler.get_last_lr())
        optimizer.step()
        scheduler.step()
except ZeroDivisionError as error:
    print(f"ZeroDivisionError: {error}")
