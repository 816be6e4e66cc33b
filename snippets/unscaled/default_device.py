import warnings

import torch

torch.cuda.is_available = lambda: False  # (1)!

for name, create in [
    ("GradScaler('cpu')", lambda: torch.amp.GradScaler("cpu")),
    ("GradScaler()", lambda: torch.amp.GradScaler()),
    ("torch.cuda.amp", lambda: torch.cuda.amp.GradScaler()),
]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        scaler = create()
    print(name, "enabled:", scaler.is_enabled())
    for warning in caught:
        print(" ", warning.category.__name__ + ":", warning.message)
