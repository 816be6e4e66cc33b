import torch

for lr in (1e-3, 1e-4, 1e-5, 1e-6):
    w = torch.tensor(1.09, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    for _ in range(100):
        loss = (0.1 * w**40 - 0.8) ** 2
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"lr {lr:.0e}: loss after 100 steps {loss.item():.4f}")
