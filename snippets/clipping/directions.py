import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

inf = float("inf")
g = torch.tensor([10.0, 0.5], dtype=torch.float64)
for name, clip in [
    ("2-norm 1.0  ", lambda p: clip_grad_norm_([p], 1.0)),
    ("1-norm 1.0  ", lambda p: clip_grad_norm_([p], 1.0, norm_type=1)),
    ("inf-norm 1.0", lambda p: clip_grad_norm_([p], 1.0, norm_type=inf)),
    ("value 1.0   ", lambda p: clip_grad_value_([p], 1.0)),
    ("value 0.1   ", lambda p: clip_grad_value_([p], 0.1)),
]:
    p = torch.nn.Parameter(torch.zeros(2, dtype=torch.float64))
    p.grad = g.clone()
    clip(p)
    turn = torch.atan2(p.grad[1], p.grad[0]) - torch.atan2(g[1], g[0])
    degrees = abs(round(torch.rad2deg(turn).item(), 1))
    now = [round(v, 4) for v in p.grad.tolist()]
    print(f"{name} -> {now}, turned by {degrees} degrees")
