import torch
from torch.nn.utils import clip_grad_norm_

w = torch.nn.Parameter(torch.zeros(2))
for max_norm in (0.0, -1.0):
    w.grad = torch.tensor([3.0, 4.0])
    clip_grad_norm_([w], max_norm)
    print(f"max_norm {max_norm}:", [round(g, 4) for g in w.grad.tolist()])

empty = torch.nn.Parameter(torch.zeros(0))
empty.grad = torch.zeros(0)
print("2-norm of an empty gradient:", clip_grad_norm_([empty], 1.0))
try:
    clip_grad_norm_([empty], 1.0, norm_type=float("inf"))
except RuntimeError as error:
    print(f"RuntimeError: {error}")
