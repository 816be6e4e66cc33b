import torch

for dtype in (torch.float32, torch.bfloat16, torch.float16):
    w = torch.ones(1, dtype=dtype, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.25)
    scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
    scaler.scale((2 * w).sum().float()).backward()
    try:
        scaler.step(optimizer)
        print(dtype, "gradient", w.grad.item(), "w", w.item())
    except ValueError as error:
        print(dtype, "ValueError:", error)
