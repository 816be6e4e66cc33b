import torch
from torch.optim.lr_scheduler import ExponentialLR, LambdaLR


def rates(make):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = make(optimizer)
    optimizer.step()
    scheduler.step()
    before = optimizer.param_groups[0]["lr"]
    optimizer.param_groups[0]["lr"] = 0.125  # (1)!
    optimizer.step()
    scheduler.step()
    return [before, 0.125, optimizer.param_groups[0]["lr"]]


print("ExponentialLR:", rates(lambda o: ExponentialLR(o, 0.5)))
print("LambdaLR:     ", rates(lambda o: LambdaLR(o, lambda t: 0.5**t)))
