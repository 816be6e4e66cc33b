import torch
from torch.nn.utils import clip_grad_norm_

for place in ("before backward", "before step", "after step"):
    w = torch.nn.Parameter(torch.tensor(8.0))
    optimizer = torch.optim.SGD([w], lr=1 / 32)
    loss = w**4
    optimizer.zero_grad()
    if place == "before backward":
        norm = clip_grad_norm_([w], 32.0)
    loss.backward()
    if place == "before step":
        norm = clip_grad_norm_([w], 32.0)
    optimizer.step()
    if place == "after step":
        norm = clip_grad_norm_([w], 32.0)
    print(f"{place:15}  returned {norm:6.1f}  w {w.item():5.1f}")
