import torch

true = 1.5 * 2.0**-26
print(f"true gradient: {true:.3e}")
for scale in (1.0, 2.0**2, 2.0**10, 2.0**16, 2.0**30):
    w = torch.full((4, 1), 0.5, requires_grad=True)  # (1)!
    optimizer = torch.optim.SGD([w], lr=1.0)
    scaler = torch.amp.GradScaler("cpu", init_scale=scale)
    x = torch.full((1, 4), 2.0**-13)
    with torch.autocast("cpu", dtype=torch.float16):
        out = x @ w
    loss = (out.float() * 1.5 * 2.0**-13).sum()
    scaler.scale(loss).backward()
    scaler.unscale_(optimizer)
    print(f"scale {scale:10.0f}: gradient {w.grad[0].item():.3e}")
