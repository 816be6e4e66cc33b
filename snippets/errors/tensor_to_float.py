import warnings

import torch

w = torch.ones(1, requires_grad=True)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    value = float(w * 2)
text = str(caught[0].message).split(" (Triggered internally")[0]
print(f"UserWarning: {text}")

print("fixed:", float((w * 2).detach()), (w * 2).item())
