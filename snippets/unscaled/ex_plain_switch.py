import torch

for enabled in (True, False):
    w = torch.tensor([0.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    scaler = torch.amp.GradScaler("cpu", enabled=enabled)
    for _ in range(2):
        scaler.scale((3 * w).sum() / 2).backward()
    scaler.unscale_(optimizer)
    norm = torch.nn.utils.clip_grad_norm_([w], 1.0).item()
    scaler.step(optimizer)
    scaler.update()
    print(f"enabled={enabled}: norm {norm}, w {w.item():.4f}")
