import torch

model = torch.nn.Linear(1, 1, bias=False)
torch.nn.init.zeros_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1, gamma=0.5)
scaler = torch.amp.GradScaler("cpu", init_scale=1024.0)
x, y = torch.ones(4, 1), torch.full((4, 1), 8.0)
for _ in range(2):
    for part in zip(x.split(2), y.split(2), strict=True):
        with torch.autocast("cpu", torch.float16):
            out = model(part[0])
        loss = (out.float() - part[1]).square().mean() / 2  # 1
        scaler.scale(loss).backward()  # 2
    scaler.unscale_(optimizer)  # 3
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)  # 4
    before = scaler.get_scale()
    scaler.step(optimizer)  # 5
    scaler.update()
    if scaler.get_scale() >= before:  # 6
        scheduler.step()
    optimizer.zero_grad()  # 7
    print(f"w {model.weight.item():.2f}", scheduler.get_last_lr())
