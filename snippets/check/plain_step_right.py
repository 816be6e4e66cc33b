import torch

w = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.25)
scaler = torch.amp.GradScaler("cpu", init_scale=1024.0)
try:
    for step in range(2):
        loss = (w**2 / 2).sum()
        optimizer.zero_grad()
        scaler.scale(loss).backward()
        scaler.step(optimizer)
        print(f"step {step}: w {w.item():.4f}")
        scaler.update()
except AssertionError as error:
    print(f"AssertionError: {error}")
