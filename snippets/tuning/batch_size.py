import matplotlib.pyplot as plt
import torch

rates = [2.0**k for k in range(-10, 2)]
h = torch.logspace(-1, 0, 4, dtype=torch.float64)
samples, batches = 1024, [1, 4, 16, 64, 256]


def losses(make, batch):
    torch.manual_seed(0)
    ws = [torch.ones(100, 4, dtype=torch.float64) for _ in rates]
    pairs = zip(ws, rates, strict=True)
    optimizer = make([{"params": [w], "lr": lr} for w, lr in pairs])
    for _ in range(samples // batch):
        noise = (
            torch.randn(100, 4, dtype=torch.float64) / batch**0.5
        )  # (1)!
        for w in ws:
            w.grad = h * w + noise
        optimizer.step()
    return [(h * w**2).sum(1).mean().item() / 2 for w in ws]


for name, style, make in [
    ("SGD", "o-", torch.optim.SGD),
    ("Adam", "s--", torch.optim.Adam),
]:
    best = []
    for batch in batches:
        found = [
            loss if loss < 1e9 else 1e9 for loss in losses(make, batch)
        ]
        best.append(rates[found.index(min(found))])
        print(
            f"{name}, batch {batch}: {samples // batch} updates", end=", "
        )
        print(f"best lr {best[-1]:.4f}, loss {min(found):.4f}")
    plt.loglog(batches, best, style, label=name)
plt.xlabel("batch size")
plt.ylabel("best learning rate")
plt.legend()
plt.show()
