import torch

for rule in (True, False):
    w = torch.ones(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.25)
    scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
    try:
        for factor in (1.0, float("inf"), 1.0):
            scaler.scale((factor * w).sum()).backward()
            scaler.unscale_(optimizer)
            norm = torch.nn.utils.clip_grad_norm_([w], 1.0)
            if norm.isfinite():
                scaler.step(optimizer)
            elif not rule:  # (1)!
                optimizer.zero_grad()
                continue
            scaler.update()  # (2)!
            optimizer.zero_grad()
            print(f"w: {w.item():.4f}, scale: {scaler.get_scale()}")
    except RuntimeError as error:
        print(f"RuntimeError: {error}")
