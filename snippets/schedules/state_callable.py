import torch
from torch.optim.lr_scheduler import LambdaLR


class Power:
    def __init__(self, base):
        self.base = base

    def __call__(self, step):
        return self.base**step


for first, second in (
    (lambda t: 0.5**t, lambda t: 0.1**t),
    (Power(0.5), Power(0.1)),  # (1)!
):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    saved = LambdaLR(optimizer, first).state_dict()
    print("saved:", saved["lr_lambdas"], end=" ")

    scheduler = LambdaLR(optimizer, second)
    scheduler.load_state_dict(saved)
    optimizer.step()
    scheduler.step()
    print("next rate:", scheduler.get_last_lr())
