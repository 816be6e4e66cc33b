import torch

print(torch.amp.GradScaler("cpu").state_dict())

w = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.125)
scaler = torch.amp.GradScaler("cpu", init_scale=8.0, growth_interval=2)

for step, slope in enumerate([2.0, 2.0, 2.0, float("inf"), 2.0, 2.0]):
    optimizer.zero_grad()
    scaler.scale((slope * w).sum()).backward()
    scaled = w.grad.item()
    scaler.step(optimizer)  # (1)!
    after = w.grad.item()
    scaler.update()  # (2)!
    print(f"step {step}: scaled {scaled:g}, after step {after:g},", end="")
    print(f" w {w.item()}, next scale {scaler.get_scale():g}")
print(scaler.state_dict())
