import torch

torch.manual_seed(0)
h = torch.logspace(0, 2, 6, dtype=torch.float64)
turn = torch.linalg.qr(torch.randn(6, 6, dtype=torch.float64)).Q  # (1)!
start = torch.randn(6, dtype=torch.float64)


def final(name, axes, lr):
    w = (axes.T @ start).requires_grad_()
    optimizer = getattr(torch.optim, name)([w], lr=lr)

    def closure():
        optimizer.zero_grad()
        loss = (h * (axes @ w) ** 2 / 2).sum()
        loss.backward()
        return loss

    for _ in range(2 if name == "LBFGS" else 40):
        optimizer.step(closure)
    return closure().item()


for name in ("RMSprop", "Adagrad", "LBFGS"):
    results = []
    for axes in (torch.eye(6, dtype=torch.float64), turn):
        tried = [final(name, axes, r) for r in (0.01, 0.03, 0.1, 0.3, 1.0)]
        best = min(t for t in tried if t == t)
        results.append("below 1e-6" if best < 1e-6 else f"{best:.0e}")
    print(name, "along the axes:", results[0], "turned:", results[1])
