import torch
from torch.nn.utils import clip_grad_norm_

for depth in (126, 149, 150):
    w = torch.nn.Parameter(torch.tensor(1.0))
    h = w
    for _ in range(depth):
        h = 0.5 * h
    h.backward()
    clip_grad_norm_([w], max_norm=1.0)
    print(f"depth {depth}: gradient {w.grad.item():.2e}")
