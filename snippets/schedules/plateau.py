import matplotlib.pyplot as plt
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

losses = [1 / (1 + t) + 0.25 for t in range(12)] + [0.33] * 28
for label, style, options in [
    ("patience 3", "-", {"patience": 3}),
    ("patience 8", "--", {"patience": 8}),
    ("patience 3, cooldown 6", ":", {"patience": 3, "cooldown": 6}),
]:
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = ReduceLROnPlateau(
        optimizer, factor=0.5, min_lr=0.1, **options
    )
    used, falls = [], []
    for epoch, loss in enumerate(losses):
        used.append(optimizer.param_groups[0]["lr"])
        if epoch and used[-1] < used[-2]:
            falls.append(epoch)
        optimizer.step()
        scheduler.step(loss)
    print(f"{label}: lower in epochs {falls}, last {used[-1]}")
    plt.plot(used, style, label=label)
plt.xlabel("epoch")
plt.ylabel("learning rate")
plt.legend()
plt.show()
