import warnings

import torch

torch.cuda.is_available = lambda: False  # (1)!
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    scaler = torch.amp.GradScaler()
print(f"UserWarning: {caught[0].message}")
scaled = scaler.scale(torch.tensor(3.0))
print("enabled =", scaler.is_enabled(), "scaled loss:", scaled.item())

scaler = torch.amp.GradScaler("cpu")
print("fixed: enabled =", scaler.is_enabled())
