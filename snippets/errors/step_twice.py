import torch

w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
scaler = torch.amp.GradScaler("cpu")
scaler.scale((w * 2).sum()).backward()
scaler.step(optimizer)
try:
    scaler.step(optimizer)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

scaler.update()
optimizer.zero_grad()
scaler.scale((w * 2).sum()).backward()
scaler.step(optimizer)
print("fixed: update() between the steps, w =", w.tolist())
