import torch


def trapezoid(t):
    return max(0.0, min(1.0, (t + 1) / 4, (12 - t) / 4))


optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, trapezoid)
used = []
for _ in range(13):
    used.append(scheduler.get_last_lr()[0])
    optimizer.step()
    scheduler.step()
print(used)
