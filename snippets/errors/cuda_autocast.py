import warnings

import torch

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    torch.cuda.amp.autocast(enabled=False)
print(f"{caught[0].category.__name__}: {caught[0].message}")

with torch.autocast("cpu"):
    y = torch.mm(torch.ones(1, 1), torch.ones(1, 1))
print("fixed:", y.dtype)
