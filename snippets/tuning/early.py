import matplotlib.pyplot as plt
import torch

torch.manual_seed(0)
noise = torch.randn(100, 4000, dtype=torch.float64)  # (1)!


def trust(beta2):
    w = torch.zeros(4000, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=1.0, betas=(0.9, beta2))
    lengths, spreads = [], []
    for step, gradient in enumerate(noise, 1):
        before = w.detach().clone()
        w.grad = gradient
        optimizer.step()
        lengths.append((w.detach() - before).square().mean().sqrt().item())
        v = optimizer.state[w]["exp_avg_sq"] / (1 - beta2**step)
        spreads.append((v.std() / v.mean()).item())  # (2)!
    return lengths, spreads


for beta2, style in [(0.9, ":"), (0.99, "--"), (0.999, "-")]:
    lengths, spreads = trust(beta2)
    shown = [f"{lengths[at]:.2f}" for at in (0, 4, 19, 99)]
    print(f"beta2 {beta2}: step sizes", " ".join(shown), end=", ")
    print("spread of v", *[f"{spreads[at]:.2f}" for at in (0, 4, 19, 99)])
    plt.plot(range(1, 101), spreads, style, label=f"beta2 {beta2}")
plt.xlabel("step")
plt.ylabel("relative spread of the corrected v")
plt.legend()
plt.show()
