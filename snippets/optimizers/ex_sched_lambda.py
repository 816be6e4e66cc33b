import torch


def factor(update):
    return min((update + 1) / 4, 1.0)


optimizer = torch.optim.SGD(
    [
        {"params": [torch.zeros(1)]},
        {"params": [torch.zeros(1)], "lr": 0.5},
    ],
    lr=1.0,
)
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
for _ in range(5):
    print(scheduler.get_last_lr())
    optimizer.step()
    scheduler.step()
