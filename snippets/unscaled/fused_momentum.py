# replay: hide optimizer
import torch

for fused in (False, True):
    w = torch.tensor([1.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.25, momentum=0.5, fused=fused)
    scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
    scaler.scale((float("inf") * w).sum()).backward()
    scaler.step(optimizer)
    scaler.update()
    print(f"fused={fused}: w {w.item()}, state {list(optimizer.state[w])}")
