import torch

w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.RMSprop([w], lr=0.01)
for t in range(1, 4):
    fix = (1 - 0.99**t) ** 0.5  # (1)!
    optimizer.param_groups[0]["lr"] = 0.01 * fix
    w.grad = torch.full_like(w, 7.0)
    optimizer.step()
    print("step", t, "w", round(w.item(), 4))
