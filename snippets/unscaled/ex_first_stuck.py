import torch

for dtype in (torch.float16, torch.bfloat16):
    total = torch.tensor(1.0, dtype=dtype)
    while total + 1 != total:
        total += 1
    print(dtype, "stops at", total.item())
