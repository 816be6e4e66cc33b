import torch
from torch.nn.utils import clip_grad_norm_

for depth in (126, 149, 150):
    w = torch.nn.Parameter(torch.tensor(1.0))
    h = w
    for _ in range(depth):
        h = 0.5 * h
    h.backward()
    before = w.grad.item()
    clip_grad_norm_([w], max_norm=1.0)
    after = w.grad.item()
    print(f"depth {depth}: before {before:.2e}, after {after:.2e}")
