import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LambdaLR, LinearLR


def rates(second):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    schedulers = [
        LinearLR(optimizer, 0.25, total_iters=3),
        second(optimizer),
    ]
    used = []
    for _ in range(5):
        used.append(round(optimizer.param_groups[0]["lr"], 4))
        optimizer.step()
        for scheduler in schedulers:
            scheduler.step()
    return used


print("with cosine: ", rates(lambda o: CosineAnnealingLR(o, T_max=4)))
print("with a lambda", rates(lambda o: LambdaLR(o, lambda t: 0.5**t)))
