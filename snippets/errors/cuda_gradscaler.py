import warnings

import torch

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    torch.cuda.amp.GradScaler(enabled=False)
print(f"{caught[0].category.__name__}: {caught[0].message}")

scaler = torch.amp.GradScaler("cpu")
print("fixed: enabled =", scaler.is_enabled())
