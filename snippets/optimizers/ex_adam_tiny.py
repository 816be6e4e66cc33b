import torch

for g in (1e-8, 3e-8, 1e-4):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    w.grad = torch.full_like(w, g)
    torch.optim.Adam([w], lr=0.1).step()
    print(f"gradient {g:g}: w moves by {-w.item():.4f}")
