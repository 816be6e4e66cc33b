import torch

half = torch.float16
for dtype, fused in [
    (torch.float32, False),
    (torch.bfloat16, False),
    (half, False),
    (half, True),
]:
    w = torch.ones(1, dtype=dtype, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.25, fused=fused)
    scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
    scaler.scale((2 * w).sum().float()).backward()
    print(f"{dtype}, fused={fused}:", end=" ")
    try:
        scaler.step(optimizer)
        print("gradient", w.grad.item(), "w", w.item())
    except ValueError as error:
        print("ValueError:", error)
