import torch
from torch.nn.utils import clip_grad_norm_

for max_norm in (0.01, 1.0):
    w = torch.nn.Parameter(torch.tensor(0.0, dtype=torch.float64))
    optimizer = torch.optim.SGD([w], lr=0.02)
    for _ in range(256):
        optimizer.zero_grad()
        ((w - 100) ** 2).backward()
        clip_grad_norm_([w], max_norm)
        optimizer.step()
    print(f"max_norm {max_norm}: moved {w.item():.4f}")
