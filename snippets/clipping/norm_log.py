import matplotlib.pyplot as plt
import torch
from torch.nn.utils import clip_grad_norm_

torch.manual_seed(0)
X = torch.randn(512, 4, dtype=torch.float64)
target = torch.tensor([1.0, -2.0, 3.0, 0.5], dtype=torch.float64)
y = X @ target + 0.5 * torch.randn(512, dtype=torch.float64)
y[::100] += 100.0  # (1)!

w = torch.zeros(4, dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.02)
norms = []
for step in range(256):
    rows = slice(step % 64 * 8, step % 64 * 8 + 8)
    loss = ((X[rows] @ w - y[rows]) ** 2).mean()
    optimizer.zero_grad()
    loss.backward()
    norms.append(clip_grad_norm_([w], max_norm=float("inf")))  # (2)!
    optimizer.step()

norms = torch.stack(norms)
for q in (0.5, 0.9, 0.95, 0.99):
    print(f"{q:.0%} of the norms are below {norms.quantile(q):.1f}")
plt.hist(norms, bins=torch.logspace(-0.2, 2, 23).tolist())
plt.xscale("log")
plt.axvline(10, linestyle="--")
plt.text(10.5, 15, "max_norm = 10")
plt.xlabel("norm before clipping")
plt.ylabel("number of steps")
plt.show()
