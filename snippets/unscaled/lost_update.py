import torch

for dtype in (torch.float32, torch.float16, torch.bfloat16):
    w = torch.ones(1, dtype=dtype, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1e-4)
    for _ in range(1000):
        optimizer.zero_grad()
        w.sum().backward()
        optimizer.step()
    eps = torch.finfo(dtype).eps
    print(f"{str(dtype):14} eps {eps:.1e}  w = {w.item():.4f}")
