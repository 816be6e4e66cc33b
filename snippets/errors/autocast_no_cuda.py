import warnings

import torch

torch.cuda.is_available = lambda: False  # (1)!
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    with torch.autocast("cuda"):
        y = torch.mm(torch.ones(1, 1), torch.ones(1, 1))
print(f"UserWarning: {caught[0].message}")
print("dtype:", y.dtype)

with torch.autocast("cpu"):
    y = torch.mm(torch.ones(1, 1), torch.ones(1, 1))
print("fixed:", y.dtype)
