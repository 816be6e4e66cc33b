import matplotlib.pyplot as plt
import torch
from torch.nn.utils import clip_grad_norm_


def loss_at(w):
    return (0.1 * w**40 - 0.8) ** 2  # (1)!


w = torch.linspace(0.5, 1.095, 200, dtype=torch.float64)
plt.plot(w, loss_at(w), linewidth=1, label="loss")
for label, max_norm, line, every in [
    ("not clipped", float("inf"), "--s", 1),
    ("clipped", 2.0, "-o", 4),
]:
    w = torch.tensor(1.09, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.001)
    path = []
    for _ in range(25):
        path.append((w.item(), loss_at(w).item()))
        optimizer.zero_grad()
        loss_at(w).backward()
        clip_grad_norm_([w], max_norm)
        optimizer.step()
    plt.plot(*zip(*path, strict=True), line, label=label, markevery=every)
plt.xlabel("recurrent weight")
plt.ylabel("loss")
plt.legend(loc="upper left")
plt.show()
