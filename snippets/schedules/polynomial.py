import matplotlib.pyplot as plt
import torch
from torch.optim.lr_scheduler import PolynomialLR


def rates(**options):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = PolynomialLR(optimizer, **options)
    used = []
    for _ in range(31):
        used.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    return used


for total, power, style in [
    (30, 1.0, "-"),
    (30, 2.0, "--"),
    (20, 0.5, ":"),
]:
    label = f"total_iters {total}, power {power}"
    used = rates(total_iters=total, power=power)
    formula = [(1 - min(t, total) / total) ** power for t in range(31)]
    same = all(
        abs(a - b) < 1e-12 for a, b in zip(used, formula, strict=True)
    )
    print(label, [round(rate, 4) for rate in used[:31:5]], same)
    plt.plot(used, style, label=label)
plt.xlabel("update")
plt.ylabel("learning rate")
plt.legend()
plt.show()
