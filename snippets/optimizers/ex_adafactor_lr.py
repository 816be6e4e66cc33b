import torch

for lr in (0.1, 1.0, 10.0):
    w = torch.ones(4, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adafactor([w], lr=lr)
    lengths = []
    for step in range(1, 101):
        w.grad = torch.ones_like(w)
        before = w.detach().clone()
        optimizer.step()
        rms = before.square().mean().sqrt()
        relative = (before - w.detach())[0] / max(1e-3, rms)
        if step in (1, 4, 100):
            lengths.append(round(relative.item(), 3))
    print("lr", lr, lengths)
