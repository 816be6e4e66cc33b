import torch

w = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
for step in range(6):
    optimizer.zero_grad()
    scaler.scale((float("nan") * w).sum()).backward()
    scaler.step(optimizer)
    scaler.update()
    print(f"step {step}: w {w.item()}, next scale {scaler.get_scale()}")
