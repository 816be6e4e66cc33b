# --8<-- [start:problems]
import math

import torch

torch.manual_seed(0)
h = torch.logspace(0, 2, 6, dtype=torch.float64)  # (1)!
x = 2 * torch.rand(96, 2, dtype=torch.float64) - 1
y = torch.sin(3 * x[:, 0]) * x[:, 1] + 0.1 * torch.randn(96).double()
first = [torch.randn(8, 2), torch.zeros(8), torch.randn(1, 8) / 3]
start = torch.randn(6, 6, dtype=torch.float64)


def bowl():
    w = start.clone()
    return [w], lambda step: ((h @ w**2 / 2).sum(), [h[:, None] * w])


def valley():
    w = torch.tensor([[-1.0], [1.5]], dtype=torch.float64)

    def look(step):
        a, b = w.flatten()
        d = b - a * a
        slope = torch.stack([2 * (a - 1) - 40 * a * d, 20 * d])[:, None]
        return (1 - a) ** 2 + 10 * d**2, [slope]

    return [w], look


def net():
    ws = [p.double().requires_grad_() for p in first]

    def look(step):
        at = (
            slice(None) if step is None else slice(step % 6, None, 6)
        )  # (2)!
        hidden = torch.tanh(x[at] @ ws[0].T + ws[1])
        loss = ((hidden @ ws[2].T)[:, 0] - y[at]).square().mean()
        return loss, torch.autograd.grad(loss, ws)

    return ws, look


# --8<-- [end:problems]


# --8<-- [start:tune]
def train(name, problem, lr, budget=40, **options):
    ws, look = problem()
    make = getattr(torch.optim, name)
    flat = [p for p in ws if p.ndim == 2] if name == "Muon" else ws  # (1)!
    rest = [p for p in ws if all(p is not q for q in flat)]
    optimizers = [make(flat, lr=lr, **options)]
    optimizers += [torch.optim.AdamW(rest, lr=lr)] if rest else []
    calls = 0

    def closure():
        nonlocal calls
        loss, grads = look(calls)
        calls += 1
        for p, g in zip(ws, grads, strict=True):
            p.grad = g.to_sparse() if name == "SparseAdam" else g
        return loss

    spare = options.get("max_eval", 0) + 1
    while calls + spare <= budget:  # (2)!
        closure() if spare == 1 else None
        for optimizer in optimizers:
            optimizer.step(closure) if spare > 1 else optimizer.step()
    loss = look(None)[0].item()
    return loss if math.isfinite(loss) else math.inf


rates = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
classes = "SGD ASGD Rprop Adagrad Adadelta RMSprop Adam AdamW Adamax NAdam"
classes = f"{classes} RAdam SparseAdam Adafactor Muon LBFGS".split()
search = {"max_iter": 5, "max_eval": 6, "line_search_fn": "strong_wolfe"}
rows = [(name, search if name == "LBFGS" else {}) for name in classes]
rows.insert(1, ("SGD", {"momentum": 0.9}))
for name, options in rows:
    cells = []
    for problem in (bowl, valley, net):
        tried = [(train(name, problem, r, **options), r) for r in rates]
        loss, rate = min(tried)
        shown = "below 1e-6" if loss < 1e-6 else f"{loss:.0e}"
        cells.append(f"{problem.__name__} {shown} (lr {rate:g})")
    label = f"{name} 0.9" if "momentum" in options else name
    print(label.ljust(10), " ".join(cell.ljust(27) for cell in cells))
# --8<-- [end:tune]
