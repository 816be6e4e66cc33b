import torch
from torch.optim.lr_scheduler import CyclicLR


def rates(make, **options):
    optimizer = make([torch.zeros(1)])
    scheduler = CyclicLR(optimizer, 0.25, 1.0, step_size_up=2, **options)
    group = optimizer.param_groups[0]
    used, momenta = [], []
    for _ in range(9):
        used.append(round(group["lr"], 4))
        momentum = group.get("momentum", group.get("betas", [None])[0])
        momenta.append(momentum and round(momentum, 4))
        optimizer.step()
        scheduler.step()
    return used, momenta


SGD, Adam, Adagrad = torch.optim.SGD, torch.optim.Adam, torch.optim.Adagrad
print("SGD, rates:    ", rates(SGD)[0])
print("SGD, momentum: ", rates(SGD)[1])
print("step_size_down:", rates(SGD, step_size_down=4)[0])
print("scale_fn(cycle)", rates(SGD, scale_fn=lambda n: 1 / n)[0])  # (1)!
print("Adam, beta1:   ", rates(Adam)[1])
try:
    rates(Adagrad)
except ValueError as error:
    print(f"ValueError: {error}")
print("Adagrad, off:  ", rates(Adagrad, cycle_momentum=False)[0])
