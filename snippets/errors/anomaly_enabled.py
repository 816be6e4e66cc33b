import warnings

import torch

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    with torch.autograd.detect_anomaly():
        inside = torch.is_anomaly_enabled()
print(f"UserWarning: {caught[0].message}")
print("inside the block:", inside)
print("fixed: after it", torch.is_anomaly_enabled())
