import warnings

import torch

a = torch.ones(2, 2)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    with torch.autocast("cpu", dtype=torch.float32):
        y = torch.mm(a, a)
print(f"UserWarning: {caught[0].message}")
print("dtype:", y.dtype)

with torch.autocast("cpu", dtype=torch.bfloat16):
    y = torch.mm(a, a)
print("fixed:", y.dtype)
