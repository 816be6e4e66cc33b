import warnings

import torch

for check in (False, True):
    w = torch.tensor([1.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1, gamma=0.5)
    scaler = torch.amp.GradScaler("cpu", init_scale=4.0)
    scaler.scale((float("inf") * w).sum()).backward()
    before = scaler.get_scale()
    scaler.step(optimizer)
    scaler.update()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        if not check or scaler.get_scale() >= before:
            scheduler.step()
    print(f"check={check}: w {w.item()}, lr {scheduler.get_last_lr()[0]}")
    for warning in caught:
        print(" ", str(warning.message).split(". ")[0])
