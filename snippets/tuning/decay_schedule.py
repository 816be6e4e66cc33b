import torch
from torch.optim import lr_scheduler as S


def kept(make, decay, steps=1000):
    w = torch.ones(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.AdamW([w], lr=0.01, weight_decay=decay)
    scheduler = make(optimizer)
    for _ in range(steps):
        w.grad = torch.zeros_like(w)
        optimizer.step()
        scheduler.step()
    return w.item()


def constant(o):
    return S.ConstantLR(o, 1.0)


def cosine(o):
    return S.CosineAnnealingLR(o, 1000)


print(f"constant, decay 0.1: {kept(constant, 0.1):.4f}")
print(f"cosine, decay 0.1:   {kept(cosine, 0.1):.4f}")
print(f"cosine, decay 0.2:   {kept(cosine, 0.2):.4f}")
