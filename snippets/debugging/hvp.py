import warnings

import torch
from torch.func import grad, hessian, jvp

warnings.simplefilter("ignore", DeprecationWarning)  # (1)!


def f(w):
    return w[0] ** 2 * w[1] + w[1] ** 3


w = torch.tensor([1.0, 2.0])
v = torch.tensor([1.0, 1.0])
H = hessian(f)(w)
print("Hessian:", H.tolist())
print("H @ v:", (H @ v).tolist())
gradient, product = jvp(grad(f), (w,), (v,))  # (2)!
print("gradient:", gradient.tolist(), "product:", product.tolist())
