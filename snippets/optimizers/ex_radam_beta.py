import torch

for beta in (0.6, 0.7, 0.9, 0.999):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.RAdam([w], lr=0.1, betas=(0.9, beta))
    first = None
    for step in range(1, 1001):
        before = w.item()
        w.grad = torch.full_like(w, 100.0)
        optimizer.step()
        if before - w.item() < 1:  # (1)!
            first = step
            break
    limit = 2 / (1 - beta) - 1
    print("beta2", beta, "limit", round(limit, 2), "adapts from", first)
