import matplotlib.pyplot as plt
import torch
from torch.optim.lr_scheduler import LinearLR


def rates(**options):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = LinearLR(optimizer, **options)
    used = []
    for _ in range(13):
        used.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    return used


for start, end, total, style in [
    (1 / 3, 1.0, 5, "-"),
    (0.1, 1.0, 9, "--"),
    (1.0, 0.0, 12, ":"),
]:
    label = f"{start:.2f} to {end:.2f} in {total}"
    used = rates(start_factor=start, end_factor=end, total_iters=total)
    done = [min(t, total) / total for t in range(13)]
    formula = [start + (end - start) * part for part in done]
    same = all(
        abs(a - b) < 1e-12 for a, b in zip(used, formula, strict=True)
    )
    print(label, [round(rate, 4) for rate in used[:13:3]], same)
    plt.plot(used, style, label=label)
plt.xlabel("update")
plt.ylabel("learning rate")
plt.legend(loc="center right")
plt.show()
