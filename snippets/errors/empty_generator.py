import warnings

import torch

model = torch.nn.Linear(1, 1)
model(torch.ones(1, 1)).sum().backward()
parameters = model.parameters()
shapes = [p.shape for p in parameters]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    torch.nn.utils.clip_grad_norm_(parameters, 0.5)
print(f"UserWarning: {caught[0].message}")

norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 0.5)
print("fixed: norm before clipping =", round(norm.item(), 4))
