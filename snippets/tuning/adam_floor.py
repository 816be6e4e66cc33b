import matplotlib.pyplot as plt
import torch
from torch.optim import lr_scheduler as S


def distances(make, steps=2000):
    torch.manual_seed(0)
    w = torch.ones(200, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=0.03)
    scheduler = make(optimizer)
    found = []
    for step in range(steps):
        noise = torch.randn(200, dtype=torch.float64)
        w.grad = w.detach() + noise  # (1)!
        optimizer.step()
        scheduler.step()
        if step % 20 == 19:
            found.append(w.detach().square().mean().item())
    return found


for label, style, make in [
    ("constant 0.03", "-", lambda o: S.ConstantLR(o, 1.0)),
    ("constant 0.003", ":", lambda o: S.ConstantLR(o, 0.1, 2001)),
    ("cosine from 0.03", "--", lambda o: S.CosineAnnealingLR(o, 2000)),
]:
    found = distances(make)
    print(f"{label}: after 200 steps {found[9]:.4f}", end=", ")
    print(f"after 2000 {found[-1]:.4f}")
    plt.semilogy(range(20, 2001, 20), found, style, label=label)
plt.xlabel("update")
plt.ylabel("mean squared error")
plt.legend()
plt.show()
