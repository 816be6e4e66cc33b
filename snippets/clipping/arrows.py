import matplotlib.pyplot as plt
import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_


def clipped(clip):
    p = torch.nn.Parameter(torch.zeros(2))
    p.grad = torch.tensor([3.0, 0.75])
    clip([p], 1.0)
    return p.grad.tolist()


for label, (x, y), marker, line in [
    ("gradient", (3.0, 0.75), "o", "-"),
    ("clip by norm", clipped(clip_grad_norm_), "s", "--"),
    ("clip by value", clipped(clip_grad_value_), "^", ":"),
]:
    plt.plot([0, x], [0, y], line, marker=marker, label=label)
circle = torch.linspace(-1.6, 1.6, 60)
plt.plot(circle.cos(), circle.sin(), "-", linewidth=0.7)
plt.plot([-0.2, 1, 1, -0.2], [1, 1, -1, -1], "--", linewidth=0.7)
plt.axis("equal")
plt.xlabel("first component")
plt.ylabel("second component")
plt.legend(loc="lower right")
plt.show()
