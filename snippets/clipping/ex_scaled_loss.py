import torch
from torch.nn.utils import clip_grad_norm_

errors = torch.tensor([3.0, 4.0, 3.0, 4.0])
for reduction in (torch.mean, torch.sum):
    w = torch.nn.Parameter(torch.tensor(1.0))
    reduction(errors * w).backward()
    norm = clip_grad_norm_([w], max_norm=5.0)
    print(f"{reduction.__name__:4} norm {norm:.1f} -> {w.grad.item():.4f}")
