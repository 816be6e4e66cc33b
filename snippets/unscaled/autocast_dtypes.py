# --8<-- [start:dtypes]
import warnings

import torch

for device in ("cpu", "cuda"):
    print("default for", device, torch.get_autocast_dtype(device))

layer = torch.nn.Linear(4, 4)
x = torch.ones(2, 4)
for dtype in (None, torch.bfloat16, torch.float16):  # (1)!
    layer.zero_grad()
    with torch.autocast("cpu", dtype=dtype):
        out = layer(x)
        total = out.sum()
        loss = torch.nn.functional.mse_loss(out, torch.zeros_like(out))
    loss.backward()
    print(f"dtype={dtype}: linear {out.dtype}, sum {total.dtype},")
    print(f"  mse_loss {loss.dtype}, weight {layer.weight.dtype},", end="")
    print(f" weight.grad {layer.weight.grad.dtype}")
# --8<-- [end:dtypes]
# --8<-- [start:loss]
ones = torch.nn.Linear(1, 257, bias=False)
torch.nn.init.ones_(ones.weight)
with torch.autocast("cpu", dtype=torch.bfloat16):
    out = ones(torch.ones(1, 1))
    print("sum in bfloat16:", out.sum().item(), out.sum().dtype)
print("sum in float32: ", out.float().sum().item())
# --8<-- [end:loss]
# --8<-- [start:refused]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    with torch.autocast("cpu", dtype=torch.float64):
        print("output:", layer(x).dtype)
print(caught[0].message)
# --8<-- [end:refused]
