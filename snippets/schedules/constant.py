import matplotlib.pyplot as plt
import torch
from torch.optim.lr_scheduler import ConstantLR


def rates(**options):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = ConstantLR(optimizer, **options)
    used = []
    for _ in range(11):
        used.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    return used


for factor, total, style in [(0.25, 6, "-"), (1 / 3, 5, "--")]:
    label = f"factor {factor:.2f}, total_iters {total}"
    used = rates(factor=factor, total_iters=total)
    formula = [factor if t < total else 1.0 for t in range(11)]
    same = all(
        abs(a - b) < 1e-12 for a, b in zip(used, formula, strict=True)
    )
    print(label, [round(rate, 4) for rate in used[:11:2]], same)
    plt.plot(used, style, label=label)
plt.xlabel("update")
plt.ylabel("learning rate")
plt.ylim(top=1.3)
plt.legend(loc="upper left")
plt.show()
