import torch


def solve(steps=1, **options):
    w = torch.tensor([-1.5, 2.0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([w], **options)
    calls = 0

    def closure():
        nonlocal calls
        calls += 1
        optimizer.zero_grad()
        x, y = w
        loss = (1 - x) ** 2 + 100 * (y - x**2) ** 2  # (1)!
        loss.backward()
        return loss

    for _ in range(steps):
        optimizer.step(closure)
    calls, loss = calls, closure().item()
    word = "below 1e-6" if loss < 1e-6 else f"{loss:.2g}"
    return f"calls {calls}, loss {word}"


wolfe = {"line_search_fn": "strong_wolfe"}
print("defaults            ", solve())
print("defaults, 10 steps  ", solve(10))
print("lr 0.01, 10 steps   ", solve(10, lr=0.01))
print("strong_wolfe        ", solve(**wolfe))
print("strong_wolfe, 10    ", solve(10, **wolfe))
print("max_iter 100        ", solve(max_iter=100, **wolfe))
print("max_eval 10         ", solve(max_eval=10, **wolfe))
print("max_eval 14         ", solve(max_eval=14, **wolfe))
print("history_size 1      ", solve(history_size=1, **wolfe))
print("tolerance_grad 1    ", solve(10, tolerance_grad=1.0, **wolfe))
print("tolerance_change 0.1", solve(tolerance_change=0.1, **wolfe))
