import warnings

import torch
from torch.utils.checkpoint import checkpoint

layer = torch.nn.Linear(1, 1)
x = torch.ones(1, 1)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    y = checkpoint(layer, x, use_reentrant=True)
print(f"UserWarning: {caught[0].message}")
print("y.requires_grad =", y.requires_grad)

checkpoint(layer, x, use_reentrant=False).sum().backward()
print("fixed: weight.grad =", layer.weight.grad.tolist())
