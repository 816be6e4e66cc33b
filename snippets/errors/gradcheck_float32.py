import warnings

import torch
from torch.autograd import gradcheck
from torch.autograd.gradcheck import GradcheckError


def f(x):
    return (x**2).sum()


x = torch.ones(2, requires_grad=True)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    try:
        gradcheck(f, x)
    except GradcheckError as error:
        print(f"GradcheckError: {str(error).splitlines()[0]}")
print(f"UserWarning: {caught[0].message}")

x = torch.ones(2, dtype=torch.float64, requires_grad=True)
print("fixed, float64:", gradcheck(f, x))
