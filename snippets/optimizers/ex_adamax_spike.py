import torch

for name in ("Adam", "Adamax"):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = getattr(torch.optim, name)([w], lr=0.1, betas=(0.0, 0.9))
    lengths = []
    for g in (100, 1, 1, 1):
        before = w.item()
        w.grad = torch.full_like(w, g)
        optimizer.step()
        lengths.append(round(before - w.item(), 4))
    print(name, lengths)
