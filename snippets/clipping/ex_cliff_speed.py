import torch
from torch.nn.utils import clip_grad_norm_

for max_norm in (1.0, 2.0, 4.0, 256.0):
    w = torch.tensor(1.09, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.001)
    steps = 0
    loss = (0.1 * w**40 - 0.8) ** 2
    while loss > 0.01 and steps < 1000:
        optimizer.zero_grad()
        loss.backward()
        clip_grad_norm_([w], max_norm)
        optimizer.step()
        steps += 1
        loss = (0.1 * w**40 - 0.8) ** 2
    print(f"max_norm {max_norm:5}: steps {steps}, w {w.item():.3f}")
