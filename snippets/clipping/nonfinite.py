# --8<-- [start:table]
import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

inf, nan = float("inf"), float("nan")


def parameter(gradient, dtype=torch.float32):
    p = torch.nn.Parameter(torch.zeros(len(gradient), dtype=dtype))
    p.grad = torch.tensor(gradient, dtype=dtype)
    return p


for bad in (inf, nan):
    p, q = parameter([bad, 2.0]), parameter([5.0])
    total = clip_grad_norm_([p, q], max_norm=1.0)
    print(f"one {bad}: norm {total} ->", p.grad.tolist(), q.grad.tolist())
# --8<-- [end:table]

# --8<-- [start:overflow]
for dtype in (torch.float32, torch.float64):
    p = parameter([1e20, 1e20], dtype)
    total = clip_grad_norm_([p], max_norm=1.0)
    now = [round(g, 4) for g in p.grad.tolist()]
    print(f"{dtype}: norm {total:.1e} -> {now}")

p = parameter([1e20, 1e20])
clip_grad_norm_([p], max_norm=inf)
print("max_norm inf, float32 ->", p.grad.tolist())
# --8<-- [end:overflow]

# --8<-- [start:raise]
p = parameter([nan, 2.0])
try:
    clip_grad_norm_([p], 1.0, error_if_nonfinite=True)
except RuntimeError as error:
    print(f"RuntimeError: {error}")
print("gradient:", p.grad.tolist())  # (1)!
# --8<-- [end:raise]

# --8<-- [start:value]
p = parameter([inf, -inf, nan, 3.0])
clip_grad_value_([p], clip_value=1.0)
print("gradient:", p.grad.tolist())
# --8<-- [end:value]
