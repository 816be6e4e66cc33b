import torch

w = torch.zeros(3, dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.Adam([w], lr=0.001)
size = torch.tensor([0.01, 1.0, 100.0], dtype=torch.float64)
for step in range(1, 101):
    before = w.detach().clone()
    w.grad = size * (1.0 if step < 100 else 0.5)  # (1)!
    optimizer.step()
    if step in (1, 99, 100):
        group = optimizer.param_groups[0]
        state = optimizer.state[w]
        v = state["exp_avg_sq"] / (1 - group["betas"][1] ** step)
        effective = group["lr"] / (v.sqrt() + group["eps"])  # (2)!
        print(f"step {step}: lr {group['lr']}, per element:", end=" ")
        print(" ".join(f"{rate:.6f}" for rate in effective.tolist()))
        moved = (before - w.detach()).tolist()
        print("   moved:", " ".join(f"{move:.6f}" for move in moved))
