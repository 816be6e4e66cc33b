import torch

for name, factor in (
    ("step / 4", lambda step: min(1, step / 4)),
    ("(step + 1) / 4", lambda step: min(1, (step + 1) / 4)),
):
    w = torch.nn.Parameter(torch.tensor([8.0]))
    optimizer = torch.optim.SGD([w], lr=1.0)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
    values = []
    for _ in range(4):
        w.grad = torch.ones(1)
        optimizer.step()
        scheduler.step()
        values.append(w.item())
    print(f"{name:14} w after each update: {values}")
