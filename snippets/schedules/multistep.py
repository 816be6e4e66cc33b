import matplotlib.pyplot as plt
import torch
from torch.optim.lr_scheduler import MultiStepLR


def rates(**options):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = MultiStepLR(optimizer, **options)
    used = []
    for _ in range(31):
        used.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    return used


for marks, gamma, style in [([15, 25], 0.1, "-"), ([5, 10, 20], 0.5, "--")]:
    label = f"milestones {marks}, gamma {gamma}"
    used = rates(milestones=marks, gamma=gamma)
    formula = [gamma ** sum(m <= t for m in marks) for t in range(31)]
    same = all(
        abs(a - b) < 1e-12 for a, b in zip(used, formula, strict=True)
    )
    print(label, [round(rate, 4) for rate in used[:31:5]], same)
    plt.plot(used, style, label=label)
plt.xlabel("update")
plt.ylabel("learning rate")
plt.ylim(top=1.4)
plt.legend(loc="upper right")
plt.show()
