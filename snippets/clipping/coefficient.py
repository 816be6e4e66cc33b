import torch
from torch.nn.utils import clip_grad_norm_

p = torch.nn.Parameter(torch.zeros(2, dtype=torch.float64))
for gradient in ([3.0, 4.0], [0.6, 0.8], [0.25, 0.0]):
    g = torch.tensor(gradient, dtype=torch.float64)
    p.grad = g.clone()
    total = clip_grad_norm_([p], max_norm=1.0)
    c = torch.clamp(1.0 / (g.norm() + 1e-6), max=1.0)  # (1)!
    same = torch.allclose(p.grad, c * g, rtol=0, atol=1e-12)
    after = p.grad.norm().item()
    print(f"norm {total:.2f} -> {after:.7f}  c = {c:.7f}  {same}")
