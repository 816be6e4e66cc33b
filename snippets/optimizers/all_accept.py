import inspect

import torch

optim = torch.optim
refused = {}


def attempt(make, what, w, grad, **options):
    try:
        optimizer = make([w], **options)
        w.grad = grad
        optimizer.step(lambda: torch.tensor(1.0))
    except (AssertionError, ArithmeticError, RuntimeError, ValueError):
        refused.setdefault(what, []).append(make.__name__)


for make in vars(optim).values():
    if not inspect.isclass(make) or make is optim.Optimizer:
        continue
    known = inspect.signature(make).parameters

    def matrix(dtype=torch.float32):
        return torch.ones(2, 2, dtype=dtype, requires_grad=True)

    dense, sparse = torch.eye(2), torch.eye(2).to_sparse()
    plain = sparse if make is optim.SparseAdam else dense
    rate = torch.tensor(0.1)
    attempt(make, "dense gradient", matrix(), dense)
    attempt(make, "sparse gradient", matrix(), sparse)
    attempt(make, "vector", torch.ones(2, requires_grad=True), plain[0])
    empty = torch.ones(2, 0)
    grad = empty.to_sparse() if plain is sparse else empty
    attempt(make, "no elements", empty.clone().requires_grad_(), grad)
    number = torch.complex64
    attempt(make, "complex", matrix(number), plain.to(number))
    attempt(make, "tensor lr", matrix(), plain, lr=rate)
    if "foreach" in known:
        options = {"lr": rate, "foreach": True}
        attempt(make, "tensor lr, foreach", matrix(), dense, **options)
    if "capturable" in known:  # (1)!
        attempt(make, "capturable", matrix(), dense, capturable=True)
for what, names in refused.items():
    print(f"{what}, refused by {len(names)}:", *sorted(names))
