import inspect

import torch

optim = torch.optim
torch.manual_seed(0)
for name in sorted(optim.__all__):
    make = getattr(optim, name)
    if not inspect.isclass(make) or make is optim.Optimizer:
        continue
    w = torch.ones(64, 64, requires_grad=True)
    optimizer = make([w], lr=1e-3)
    for _ in range(5):  # (1)!
        w.grad = torch.randn(64, 64)
        if make is optim.SparseAdam:
            w.grad = w.grad.to_sparse()
        optimizer.step(lambda: torch.tensor(1.0))
    held, count = [], 0
    for key, value in optimizer.state[w].items():
        parts = value if isinstance(value, list) else [value]
        size = sum(x.numel() for x in parts if torch.is_tensor(x))
        if size >= 64:
            held.append(key)
            count += size
    print(f"{name}: {count / w.numel():.2f}", *held)
