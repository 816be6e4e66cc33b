import torch

w = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.0)
scaler = torch.amp.GradScaler("cpu", init_scale=64.0, growth_interval=3)
inf = float("inf")
for slope in [1.0, 1.0, inf, 1.0, 1.0, 1.0, 1.0]:
    optimizer.zero_grad()
    scaler.scale((slope * w).sum()).backward()
    scaler.step(optimizer)
    scaler.update()
    tracker = scaler.state_dict()["_growth_tracker"]
    print(f"slope {slope}: scale {scaler.get_scale()}, tracker {tracker}")
