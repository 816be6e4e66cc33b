import torch
from torch.nn.utils import clip_grad_norm_

parameters = [torch.nn.Parameter(torch.tensor(0.0)) for _ in range(3)]
for p, gradient in zip(parameters, (2.0, 3.0, 6.0), strict=True):
    p.grad = torch.tensor(gradient)

print("returned:", clip_grad_norm_(parameters, max_norm=3.5))
print("gradients:", [round(p.grad.item(), 4) for p in parameters])
