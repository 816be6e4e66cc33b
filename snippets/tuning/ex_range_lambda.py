import torch

optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.001)
scheduler = torch.optim.lr_scheduler.LambdaLR(
    optimizer, lambda step: 1000 ** (step / 60)
)
for update in range(61):
    if update % 20 == 0:
        print(update, f"{scheduler.get_last_lr()[0]:.3f}")
    optimizer.step()
    scheduler.step()
