import torch
from torch.nn.utils import clip_grad_norm_, get_total_norm

used = torch.nn.Parameter(torch.tensor([0.0, 0.0]))
unused = torch.nn.Parameter(torch.tensor([1.0]))
(used * torch.tensor([3.0, 4.0])).sum().backward()

norm = clip_grad_norm_([used, unused], max_norm=float("inf"))
print("measured:", norm)
print("gradients:", used.grad.tolist(), unused.grad)  # (1)!
print("no gradients at all:", clip_grad_norm_([unused], 1.0))

grads = [p.grad for p in (used, unused) if p.grad is not None]
print("get_total_norm:", get_total_norm(grads))
