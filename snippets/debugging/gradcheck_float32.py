import warnings

import torch
from torch.autograd import gradcheck


def double(x):
    return 2 * x


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for dtype in [torch.float64, torch.float32]:
        x = torch.ones(2, dtype=dtype, requires_grad=True)
        passed = gradcheck(double, (x,), raise_exception=False)
        print(dtype, passed)
step = (torch.tensor(1.0) + 1e-6) - 1.0
print(f"1e-6 added to 1.0 in float32: {step.item():.2e}")
print("Warning:", str(caught[0].message).split(". ")[0])
