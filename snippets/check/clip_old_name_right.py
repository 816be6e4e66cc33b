import warnings

import torch

model = torch.nn.Linear(2, 1, bias=False)
model(torch.tensor([30.0, 40.0])).sum().backward()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
print(f"norm: {model.weight.grad.norm().item():.4f}")
print("warnings:", [warning.category.__name__ for warning in caught])
