import torch
from torch.nn.utils import clip_grad_norm_

for depth in (10, 50):
    w = torch.nn.Parameter(torch.tensor(1.0, dtype=torch.float64))
    h = w
    for _ in range(depth):
        h = h + 0.5 * h
    h.backward()
    norm = clip_grad_norm_([w], max_norm=1.0)
    print(f"depth {depth}: before {norm:.1e}, after {w.grad.item():.1f}")
