import torch
from torch.nn.utils import clip_grad_norm_

for max_norm in (32.0, float("inf")):
    w = torch.nn.Parameter(torch.tensor(8.0, dtype=torch.float64))
    optimizer = torch.optim.SGD([w], lr=1 / 32)
    print("max_norm", max_norm)
    for _ in range(3):
        loss = w**4
        optimizer.zero_grad()  # (1)!
        loss.backward()  # (2)!
        norm = clip_grad_norm_([w], max_norm)  # (3)!
        optimizer.step()  # (4)!
        print(f"  loss {loss:.0f}  norm {norm:.0f}  w {w.item():.3f}")
