# --8<-- [start:loss]
import torch
from torch.nn.functional import mse_loss

sample = torch.tensor([1.0, 2.0, 3.0, 4.0])
for copies in (1, 4):
    x = sample.repeat(copies)
    for reduction in ("sum", "mean"):
        w = torch.tensor(1.0, requires_grad=True)
        mse_loss(w * x, 0 * x, reduction=reduction).backward()
        print(f"batch of {len(x):2} {reduction:4}: {w.grad.item():g}")
# --8<-- [end:loss]
# --8<-- [start:optimizer]
for optimizer_class in (torch.optim.SGD, torch.optim.Adam):
    for factor in (1, 8):
        w = torch.tensor(1.0, requires_grad=True)
        optimizer = optimizer_class([w], lr=0.125)
        (factor * w).backward()
        optimizer.step()
        name = optimizer_class.__name__
        print(f"{name:4} loss x {factor}: moved {1 - w.item():.4f}")
# --8<-- [end:optimizer]
