import warnings

import torch
from torch.autograd import gradcheck


def f(x):
    return (x**2).sum()


x = torch.ones(2, requires_grad=True)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    correct = gradcheck(f, x, raise_exception=False)
print(f"UserWarning: {caught[0].message}")
print("float32:", correct)

x = torch.ones(2, dtype=torch.float64, requires_grad=True)
print("fixed, float64:", gradcheck(f, x))
