# --8<-- [start:limits]
import torch

for dtype in (torch.float32, torch.bfloat16, torch.float16):
    info = torch.finfo(dtype)
    print(
        f"{str(dtype):14} bits {info.bits}  largest {info.max:.3g}", end=""
    )
    print(f"  smallest normal {info.smallest_normal:.3g}", end="")
    print(f"  eps {info.eps:.3g}")
# --8<-- [end:limits]
# --8<-- [start:underflow]
true = torch.tensor([1e-3, 1e-5, 1e-7, 3e-8, 2e-8, 1e-8])
scale = 2.0**16
for name, kept in [
    ("true", true),
    ("as float16", true.half()),
    ("as bfloat16", true.bfloat16()),
    ("scaled first", (true * scale).half().float() / scale),  # (1)!
]:
    print(f"{name:12}", [f"{v:.1e}" for v in kept.tolist()])
# --8<-- [end:underflow]
# --8<-- [start:edges]
for value in (2.0**-24, 1.5 * 2.0**-25, 2.0**-25):
    print(f"{value:.3e} -> {torch.tensor(value).half().item():.3e}")
for value in (65504.0, 65519.0, 65520.0):
    number = torch.tensor(value)
    print(f"{value} -> {number.half().item()}", end="")
    print(f", bfloat16 {number.bfloat16().item()}")
# --8<-- [end:edges]
