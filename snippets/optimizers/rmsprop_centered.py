import torch

for centered in (False, True):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.RMSprop([w], lr=0.01, centered=centered)
    lengths = []
    for _ in range(2000):
        before = w.item()
        w.grad = torch.ones_like(w)  # (1)!
        optimizer.step()
        lengths.append(before - w.item())
    picked = [f"{lengths[k - 1]:.2f}" for k in (1, 100, 500, 1000, 2000)]
    print("centered" if centered else "plain   ", picked)
