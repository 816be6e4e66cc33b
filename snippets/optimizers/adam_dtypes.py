import torch

for dtype in (torch.float16, torch.bfloat16, torch.float32):
    eps = torch.tensor(1e-8, dtype=dtype).item()
    print(str(dtype)[6:], "eps is", f"{eps:.0e}")
    for options in ({}, {"foreach": True}, {"eps": 1e-4}, {"fused": True}):
        after = []
        for g in (0.0, 1e-3, 1.0):
            w = torch.ones(1, dtype=dtype, requires_grad=True)
            w.grad = torch.full_like(w, g)
            torch.optim.Adam([w], lr=0.1, **options).step()
            after.append(round(w.item(), 4))
        print("  ", options, after)
