import warnings

import torch

w = torch.ones(2, requires_grad=True)
w.grad = torch.tensor([3.0, 4.0])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    torch.nn.utils.clip_grad_norm([w], 10.0)
print(f"{caught[0].category.__name__}: {caught[0].message}")

norm = torch.nn.utils.clip_grad_norm_([w], 10.0)
print("fixed:", norm.item())
