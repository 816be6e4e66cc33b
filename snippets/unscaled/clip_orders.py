import torch


def run(calls, slope):
    w = torch.tensor([0.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    scaler = torch.amp.GradScaler("cpu", init_scale=1024.0)
    scaler.scale((slope * w).sum()).backward()
    norm = "-"
    for call in calls.split():
        if call == "unscale_":
            scaler.unscale_(optimizer)
        if call == "clip":
            norm = f"{torch.nn.utils.clip_grad_norm_([w], 1.0).item():.2f}"
        if call == "step":
            scaler.step(optimizer)
    print(f"  {calls:18} norm {norm:>7}  moved {abs(w.item()):.6f}")


for slope in (3.0, 0.01, float("inf")):
    print(f"true gradient {slope}, max_norm 1.0")
    for calls in ("unscale_ clip step", "clip step", "step clip", "step"):
        run(calls, slope)
