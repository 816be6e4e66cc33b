import torch

for dtype in (torch.float32, torch.float16, torch.bfloat16):
    for count in (100, 1000, 3000):
        w = torch.zeros(1, dtype=dtype, requires_grad=True)
        for _ in range(count):
            w.sum().backward()  # (1)!
        print(f"{str(dtype):14} {count:4} x 1.0 = {w.grad.item():g}")
