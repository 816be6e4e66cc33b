import inspect
import math

import torch

optim = torch.optim
for dtype in (torch.float16, torch.bfloat16, torch.float32):
    for g in (0.0, 1e-3, 300.0, 1e25):
        bad = []
        if not torch.tensor(g, dtype=dtype).isfinite():
            continue  # (1)!
        for make in vars(optim).values():
            if not inspect.isclass(make) or make is optim.Optimizer:
                continue
            w = torch.ones(1, 1, dtype=dtype, requires_grad=True)
            w.grad = torch.full_like(w, g)
            if make is optim.SparseAdam:
                index = torch.tensor([[0], [0]])
                w.grad = torch.sparse_coo_tensor(index, [g], dtype=dtype)
            make([w], lr=0.1).step(lambda: torch.tensor(1.0))
            if not math.isfinite(w.item()):
                bad.append(make.__name__)
        print(str(dtype)[6:], g, "NaN or inf:", *sorted(bad))
