import torch


def longest(beta1, beta2, pause=5000):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=1.0, betas=(beta1, beta2))
    w.grad = torch.ones_like(w)
    optimizer.step()
    w.grad = torch.zeros_like(w)
    for _ in range(pause):
        optimizer.step()
    before = w.item()
    w.grad = torch.ones_like(w)  # (1)!
    optimizer.step()
    return before - w.item()


for beta1, beta2 in [(0.9, 0.999), (0.9, 0.99), (0.9, 0.95), (0.0, 0.95)]:
    limit = (1 - beta1) / (1 - beta2) ** 0.5
    found = longest(beta1, beta2)
    print(f"betas {beta1}, {beta2}: {found:.2f}, formula {limit:.2f}")
