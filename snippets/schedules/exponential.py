import matplotlib.pyplot as plt
import torch
from torch.optim.lr_scheduler import ExponentialLR


def rates(**options):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = ExponentialLR(optimizer, **options)
    used = []
    for _ in range(31):
        used.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    return used


for gamma, style in [(0.98, "-"), (0.9, "--"), (0.5, ":")]:
    label = f"gamma {gamma}"
    used = rates(gamma=gamma)
    formula = [gamma**t for t in range(31)]
    same = all(
        abs(a - b) < 1e-12 for a, b in zip(used, formula, strict=True)
    )
    print(label, [round(rate, 4) for rate in used[:31:5]], same)
    plt.plot(used, style, label=label)
plt.xlabel("update")
plt.ylabel("learning rate")
plt.legend()
plt.show()
