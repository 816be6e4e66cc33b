import torch
from torch.optim import lr_scheduler as S


def rates(make, count=6):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    scheduler = make(optimizer)
    used = []
    for _ in range(count):
        used.append(round(scheduler.get_last_lr()[0], 3))  # (1)!
        optimizer.step()
        scheduler.step()
    return used


print("StepLR       ", rates(lambda o: S.StepLR(o, 2, gamma=0.5)))
print("MultiStepLR  ", rates(lambda o: S.MultiStepLR(o, [1, 4], 0.5)))
print("ExponentialLR", rates(lambda o: S.ExponentialLR(o, gamma=0.5)))
print("LinearLR     ", rates(lambda o: S.LinearLR(o, 0.25, total_iters=3)))
print("PolynomialLR ", rates(lambda o: S.PolynomialLR(o, total_iters=5)))
print("Cosine       ", rates(lambda o: S.CosineAnnealingLR(o, T_max=5)))
