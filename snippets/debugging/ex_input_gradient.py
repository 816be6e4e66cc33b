import torch
from torch.func import grad, vmap


def f(x):
    return x**3


x = torch.tensor([1.0, 2.0, 3.0])
print("f': ", vmap(grad(f))(x).tolist())
print("f'':", vmap(grad(grad(f)))(x).tolist())
