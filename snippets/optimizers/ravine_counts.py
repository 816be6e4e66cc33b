import torch

h = torch.tensor([1.0, 50.0], dtype=torch.float64)


def count(lr, **options):
    w = torch.tensor([10.0, 1.0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr, **options)
    last = 0
    for step in range(1500):
        optimizer.zero_grad()
        loss = 0.5 * (h * w**2).sum()
        if loss > 1e6:
            return "diverged"
        if loss >= 1e-3:
            last = step + 1  # (1)!
        loss.backward()
        optimizer.step()
    return last


root = 50**0.5  # (2)!
best_lr = 4 / (1 + root) ** 2
best_mu = ((root - 1) / (root + 1)) ** 2
print("lr 0.02:", count(0.02))
print("lr 2/51:", count(2 / 51))  # (3)!
print("lr 0.041:", count(0.041))
for mu in (0.5, 0.9, 0.99):
    print(f"lr 0.02, momentum {mu}:", count(0.02, momentum=mu))
nesterov = count(0.02, momentum=0.9, nesterov=True)
print("lr 0.02, momentum 0.9, nesterov:", nesterov)
best = count(best_lr, momentum=best_mu)
print(f"lr {best_lr:.4f}, momentum {best_mu:.4f}: {best}")
best = count(best_lr, momentum=best_mu, nesterov=True)
print(f"lr {best_lr:.4f}, momentum {best_mu:.4f}, nesterov: {best}")
print("lr 0.05, momentum 0.64:", count(0.05, momentum=0.64))  # (4)!
