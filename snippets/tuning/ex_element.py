import torch

w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.Adam([w], lr=0.01)
for _ in range(10):
    before = w.item()
    w.grad = torch.full_like(w, 4.0)
    optimizer.step()
v = optimizer.state[w]["exp_avg_sq"].item() / (1 - 0.999**10)
print(f"factor {0.01 / v**0.5:.4f}, move {before - w.item():.4f}")
