import warnings

import torch

w = torch.ones(1, requires_grad=True)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    optimizer = torch.optim.SGD([w, w], lr=0.25)
print(f"UserWarning: {caught[0].message}")
w.grad = torch.ones(1)
optimizer.step()
print("updated twice: w =", w.tolist())

w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.25)
w.grad = torch.ones(1)
optimizer.step()
print("fixed: w =", w.tolist())
