import torch

w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
for eps in (1e-6, 1e-4):
    optimizer = torch.optim.Adadelta([w], eps=eps)
    before = w.item()
    w.grad = torch.full_like(w, -50.0)
    optimizer.step()
    formula = (eps / 0.1) ** 0.5  # (1)!
    print("eps", eps, round(w.item() - before, 4), f"{formula:.4f}")
