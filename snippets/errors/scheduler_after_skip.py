import warnings

import torch

for guard in (False, True):
    w = torch.ones(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.5)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1)
    scaler = torch.amp.GradScaler("cpu", init_scale=2.0)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        scaler.scale((w * float("inf")).sum()).backward()
        before = scaler.get_scale()
        scaler.step(optimizer)
        scaler.update()
        skipped = scaler.get_scale() < before
        if not (guard and skipped):
            scheduler.step()
    for warning in caught:
        print(f"UserWarning: {warning.message}")
print("fixed: lr =", optimizer.param_groups[0]["lr"])
