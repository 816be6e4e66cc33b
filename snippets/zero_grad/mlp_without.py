import matplotlib.pyplot as plt
import torch
from torch import nn


def train(zero, steps=400):
    torch.manual_seed(0)
    x = torch.linspace(-2, 2, 32, dtype=torch.float64).unsqueeze(1)
    y = torch.sin(2 * x)
    layers = nn.Linear(1, 16), nn.Tanh(), nn.Linear(16, 1)
    model = nn.Sequential(*layers).double()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
    losses, norms = [], []
    for _ in range(steps):
        if zero:
            optimizer.zero_grad()
        loss = ((model(x) - y) ** 2).mean()
        loss.backward()
        grads = [p.grad for p in model.parameters()]
        norms.append(nn.utils.get_total_norm(grads).item())  # (1)!
        losses.append(loss.item())
        optimizer.step()
    return losses, norms


figure, (top, bottom) = plt.subplots(2, 1, sharex=True)
for zero, name, style in ((True, "with", "--"), (False, "without", "-")):
    losses, norms = train(zero)
    for k in (0, 10, 40):
        print(f"{name:7} {k:2} loss {losses[k]:.3f} norm {norms[k]:.2f}")
    last = losses[-100:]
    print(f"    last 100 losses: {min(last):.3f} to {max(last):.3f}")
    shown = range(0, 400, 2)  # (2)!
    top.plot(shown, losses[::2], linestyle=style, label=name)
    bottom.plot(shown, norms[::2], linestyle=style)
top.set_ylabel("loss")
bottom.set_ylabel("gradient norm")
bottom.set_xlabel("step")
top.legend()
plt.show()
