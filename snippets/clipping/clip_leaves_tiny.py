import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

w = torch.nn.Parameter(torch.tensor([1.0, 1.0]))
w.grad = torch.tensor([1e-9, -2e-9])

total = clip_grad_norm_([w], max_norm=1.0)
print(f"norm measured: {total:.1e}")
print("after clip by norm: ", [f"{g:.0e}" for g in w.grad])

clip_grad_value_([w], clip_value=1.0)
print("after clip by value:", [f"{g:.0e}" for g in w.grad])
