import torch

parts = [[6.0, 0.0], [0.0, 0.25], [0.0, 0.25], [0.0, 0.25]]
for each in (False, True):
    w = torch.zeros(2, requires_grad=True)
    for part in parts:
        ((w * torch.tensor(part)).sum() / len(parts)).backward()
        if each:
            torch.nn.utils.clip_grad_norm_([w], 1.0)
    if not each:
        torch.nn.utils.clip_grad_norm_([w], 1.0)
    name = "after each part" if each else "once per window"
    print(f"{name}: {[round(g, 4) for g in w.grad.tolist()]}")
