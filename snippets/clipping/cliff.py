import torch
from torch.nn.utils import clip_grad_norm_

for max_norm in (float("inf"), 2.0):
    w = torch.tensor(1.09, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.001)
    print("max_norm", max_norm)
    for step in range(101):
        h = torch.tensor(0.1, dtype=torch.float64)
        for _ in range(40):
            h = w * h  # (1)!
        loss = (h - 0.8) ** 2
        optimizer.zero_grad()
        loss.backward()
        norm = clip_grad_norm_([w], max_norm)
        if step in (0, 1, 10, 100):
            row = f"loss {loss:.4f}  norm {norm:9.4f}  w {w:.4f}"
            print(f"  step {step:3}  {row}")
        optimizer.step()
