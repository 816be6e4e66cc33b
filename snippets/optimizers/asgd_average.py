import matplotlib.pyplot as plt
import torch

torch.manual_seed(0)
noise = torch.randn(300, dtype=torch.float64)
for t0, style in ((1e6, "-"), (100, "--")):
    w = torch.tensor([5.0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.ASGD([w], lr=0.2, lambd=0.0, t0=t0)
    means = []
    for shift in noise:
        optimizer.zero_grad()
        ((w - shift) ** 2 / 2).sum().backward()  # (1)!
        optimizer.step()
        means.append(optimizer.state[w]["ax"].item())
    plt.plot(range(1, 301), means, style, label=f"ax, t0 {t0:g}")
    print(f"t0 {t0:g}: w {w.item():.2f}, ax {means[-1]:.2f}")
print(f"minimum of the mean loss: {noise.mean().item():.2f}")

plt.xlabel("step")
plt.ylabel("average")
plt.legend()
plt.show()
