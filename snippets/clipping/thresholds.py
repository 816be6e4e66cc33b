import torch
from torch.nn.utils import clip_grad_norm_

torch.manual_seed(0)
X = torch.randn(512, 4, dtype=torch.float64)
target = torch.tensor([1.0, -2.0, 3.0, 0.5], dtype=torch.float64)
y = X @ target + 0.5 * torch.randn(512, dtype=torch.float64)
y[::100] += 100.0
print(f"error at the start {target.norm():.2f}")

for max_norm in (float("inf"), 100.0, 46.4, 10.0, 1.0, 0.1, 0.01):
    w = torch.zeros(4, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.02)
    clipped = error = 0
    for step in range(256):
        rows = slice(step % 64 * 8, step % 64 * 8 + 8)
        loss = ((X[rows] @ w - y[rows]) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        clipped += clip_grad_norm_([w], max_norm) > max_norm  # (1)!
        optimizer.step()
        if step >= 192:  # (2)!
            error += (w.detach() - target).norm() / 64
    share = clipped.item() / 256
    print(f"max_norm {max_norm:6}  clipped {share:4.0%}  error {error:.2f}")
