import inspect

import torch

optim = torch.optim
w, mirrored = {}, []
for name in sorted(optim.__all__):
    make = getattr(optim, name)
    if not inspect.isclass(make) or make is optim.Optimizer:
        continue
    if "maximize" not in inspect.signature(make).parameters:
        continue
    for up in (False, True):
        w[up] = torch.zeros(2, 2, requires_grad=True)
        w[up].grad = torch.eye(2) * (-1 if up else 1)
        if make is optim.SparseAdam:
            w[up].grad = w[up].grad.to_sparse()
        make([w[up]], lr=0.1, maximize=up).step()
    if torch.equal(w[False], w[True]):
        mirrored.append(name)
print(len(mirrored), *mirrored)
