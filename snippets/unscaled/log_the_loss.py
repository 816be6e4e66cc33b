import torch
from torch.nn.functional import mse_loss

x = torch.tensor([1.0, 1.0, 1.0, 1.0, 3.0])
w = torch.tensor(1.0)
means = [mse_loss(w * part, 0 * part) for part in x.split(4)]
print("mean of the batch means:", torch.stack(means).mean().item())
total = sum(
    mse_loss(w * part, 0 * part, reduction="sum") for part in x.split(4)
)
print("sum / samples:          ", round((total / len(x)).item(), 4))
print("whole dataset:          ", round(mse_loss(w * x, 0 * x).item(), 4))
