import matplotlib.pyplot as plt
import torch
from torch.optim.lr_scheduler import CyclicLR

low, high, up, gamma = 0.2, 1.0, 10, 0.97
scales = {
    "triangular": lambda t: 1.0,
    "triangular2": lambda t: 0.5 ** (t // (2 * up)),
    "exp_range": lambda t: gamma**t,
}
for mode, style in [
    ("triangular", "-"),
    ("triangular2", "--"),
    ("exp_range", ":"),
]:
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.5)  # (1)!
    scheduler = CyclicLR(
        optimizer, low, high, step_size_up=up, mode=mode, gamma=gamma
    )
    used, formula = [], []
    for t in range(61):
        used.append(scheduler.get_last_lr()[0])
        height = 1 - abs(t % (2 * up) / up - 1)
        formula.append(low + (high - low) * height * scales[mode](t))
        optimizer.step()
        scheduler.step()
    same = all(
        abs(a - b) < 1e-12 for a, b in zip(used, formula, strict=True)
    )
    print(mode, [round(rate, 4) for rate in used[::10]], same)
    plt.plot(used, style, label=mode)
plt.xlabel("update")
plt.ylabel("learning rate")
plt.ylim(top=1.2)
plt.legend(loc="upper center", ncols=3)
plt.show()
