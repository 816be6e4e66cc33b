import torch

for lr in (0.19, 0.2, 0.21):
    w = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    for _ in range(50):
        optimizer.zero_grad()
        (5 * w**2).backward()
        optimizer.step()
    print(f"lr {lr}  w after 50 steps: {w.item():.4f}")
