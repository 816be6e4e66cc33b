import torch


def late(beta1, steps=200):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=1.0, betas=(beta1, 0.999))
    for step in range(2 * steps):
        before = w.item()
        w.grad = torch.full_like(w, 1.0 if step < steps else -1.0)  # (1)!
        optimizer.step()
        if step >= steps and w.item() > before:
            return step - steps


for beta1 in (0.0, 0.5, 0.9, 0.95, 0.99):
    print(f"beta1 {beta1}: {late(beta1)} steps in the old direction")
