import torch


def run(calls):
    w = torch.tensor([0.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
    for call in calls.split():
        if call == "backward":
            scaler.scale((2 * w).sum()).backward()
        if call == "unscale_":
            scaler.unscale_(optimizer)
        if call == "step":
            scaler.step(optimizer)
        if call == "update(16.)":
            scaler.update(16.0)
    print(f"{calls}\n  .grad {w.grad.item()}, w {w.item()}")


run("backward backward unscale_ step")
run("backward unscale_ backward step")
run("backward update(16.) backward unscale_ step")
