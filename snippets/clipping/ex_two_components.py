import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

w = torch.nn.Parameter(torch.zeros(2))
for name, clip in (
    ("by value    ", lambda: clip_grad_value_([w], 2.0)),
    ("by 2-norm   ", lambda: clip_grad_norm_([w], 2.0)),
    ("by inf-norm ", lambda: clip_grad_norm_([w], 2.0, float("inf"))),
):
    w.grad = torch.tensor([6.0, -8.0])
    clip()
    print(name, [round(g, 4) for g in w.grad.tolist()])
