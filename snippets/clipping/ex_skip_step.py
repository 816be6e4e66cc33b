import torch
from torch.nn.utils import clip_grad_norm_

w = torch.nn.Parameter(torch.tensor(1.0))
optimizer = torch.optim.SGD([w], lr=0.5)
for factor in (1.0, float("inf"), 1.0):
    optimizer.zero_grad()
    (factor * w).backward()
    norm = clip_grad_norm_([w], max_norm=1.0)
    if norm.isfinite():
        optimizer.step()
    else:
        print(f"skipped: norm {norm.item()}, gradient {w.grad.item()}")
    print(f"w {w.item():.4f}")
