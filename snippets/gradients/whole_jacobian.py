# --8<-- [start:jacobian]
import warnings

import torch
from torch.func import hessian, jacfwd, jacrev

warnings.simplefilter("ignore", DeprecationWarning)  # (1)!


def f(x):
    return torch.stack([x[0] * x[1], x[0] ** 2, 4 * x[1]])


x = torch.tensor([2.0, 3.0], requires_grad=True)
y = f(x)
rows = [
    torch.autograd.grad(y[i], x, retain_graph=True)[0] for i in range(3)
]
print("row by row:", torch.stack(rows).tolist())
print("jacrev    :", jacrev(f)(x).tolist())
print("jacfwd    :", jacfwd(f)(x).tolist())
print("functional:", torch.autograd.functional.jacobian(f, x).tolist())
try:
    jacrev(y)(x)  # (2)!
except TypeError as error:
    print(f"TypeError: {error}")
# --8<-- [end:jacobian]

# --8<-- [start:hessian]
model = torch.nn.Linear(2, 1)
weights = dict(model.named_parameters())
data = torch.tensor([[1.0, 2.0], [3.0, 0.0]])


def loss(weights):
    return torch.func.functional_call(model, weights, data).square().sum()


H = hessian(loss)(weights)
for a in weights:
    for b in weights:
        print(a, b, tuple(H[a][b].shape), H[a][b].flatten().tolist())
# --8<-- [end:hessian]
