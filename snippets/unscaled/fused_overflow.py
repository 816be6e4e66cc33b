import torch

for fused in (False, True):
    for slope in (2.0, float("inf")):
        w = torch.tensor([1.0], requires_grad=True)
        optimizer = torch.optim.SGD([w], lr=0.25, fused=fused)
        calls = []
        optimizer.register_step_post_hook(lambda *_, c=calls: c.append(1))
        scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
        scaler.scale((slope * w).sum()).backward()
        scaler.step(optimizer)
        scaler.update()
        print(f"fused={fused} gradient {slope}: step() calls", end=" ")
        print(len(calls), "w", w.item(), "next scale", scaler.get_scale())
