import torch

for g in (1.0, 1e-6, 1e-8):
    moved = {}
    for name in ("Adam", "SparseAdam"):
        w = torch.zeros(1, 1, dtype=torch.float64, requires_grad=True)
        w.grad = torch.full_like(w, g)
        if name == "SparseAdam":
            w.grad = w.grad.to_sparse()
        getattr(torch.optim, name)([w], lr=0.1).step()
        moved[name] = round(-w.item(), 4)
    formula = 0.1 * g / (g + 1e-8 / 0.001**0.5)  # (1)!
    print(g, moved, f"{formula:.4f}")
