import torch


def largest(lr, h, steps):
    w = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    peak = 0.0
    for _ in range(steps):
        (h * w**2 / 2).backward()  # (1)!
        peak = max(peak, abs(w.grad.item()))
        optimizer.step()
    return peak


for lr, h in (
    (0.1, 1),
    (1, 1),
    (2, 1),
    (0.375, 8),
    (3.9, 1),
    (4, 1),
    (4.1, 1),
):
    short, long = largest(lr, h, 100), largest(lr, h, 1000)
    print(
        f"lr*h = {lr * h:4}  100 steps {short:.1e}  1000 steps {long:.1e}"
    )
