import torch

w = torch.nn.Parameter(torch.ones(1))
optimizer = torch.optim.SGD([w], lr=1.0)
schedulers = torch.optim.lr_scheduler
for schedule in (
    schedulers.StepLR(optimizer, 2),
    schedulers.CosineAnnealingLR(optimizer, 4),
    schedulers.LambdaLR(optimizer, lambda step: 1.0),
    schedulers.ReduceLROnPlateau(optimizer),
):
    keys = [k for k in schedule.state_dict() if not k.startswith("_")]
    print(f"{type(schedule).__name__}: {', '.join(keys)}")
scaler = torch.amp.GradScaler("cpu")
print(f"GradScaler: {', '.join(scaler.state_dict())}")
