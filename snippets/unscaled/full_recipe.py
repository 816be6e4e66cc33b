import torch

x = torch.tensor([[1.0], [-1.0], [2.0], [-2.0]] * 4)
y = 2 * x
model = torch.nn.Linear(1, 1, bias=False)
torch.nn.init.zeros_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 2, gamma=0.5)
scaler = torch.amp.GradScaler("cpu")
window, max_norm = 2, 2.0
for _ in range(3):
    for i, (xb, yb) in enumerate(zip(x.split(4), y.split(4), strict=True)):
        with torch.autocast("cpu", dtype=torch.float16):
            out = model(xb)
        loss = torch.nn.functional.mse_loss(out.float(), yb) / window  # 1
        scaler.scale(loss).backward()  # 2
        if (i + 1) % window == 0:
            scaler.unscale_(optimizer)  # 3
            norm = torch.nn.utils.clip_grad_norm_(  # 4
                model.parameters(), max_norm
            )
            before = scaler.get_scale()
            scaler.step(optimizer)  # 5
            scaler.update()
            if scaler.get_scale() >= before:  # 6
                scheduler.step()
            optimizer.zero_grad()  # 7
            lr = scheduler.get_last_lr()[0]
            print(f"scale {before:g} norm {norm:.4f}", end="")
            print(f" weight {model.weight.item():.4f} next lr {lr}")
