import matplotlib.pyplot as plt
import torch


def sizes(lr, decay, steps=3000):
    torch.manual_seed(0)
    w = torch.zeros(400, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.AdamW([w], lr=lr, weight_decay=decay)
    found = []
    for step in range(steps):
        w.grad = torch.randn(400, dtype=torch.float64)  # (1)!
        optimizer.step()
        if step % 30 == 29:
            found.append(w.detach().square().mean().sqrt().item())
    return found


for lr, decay, style in [
    (0.01, 0.1, "-"),
    (0.1, 0.01, "--"),
    (0.1, 0.1, ":"),
    (0.01, 1.0, "-."),
]:
    found = sizes(lr, decay)
    label = f"lr {lr}, weight_decay {decay}"
    reach = next(i for i, v in enumerate(found) if v > 0.6 * found[-1])
    print(f"{label}: size {found[-1]:.3f}, 60 % at step {30 * (reach + 1)}")
    plt.semilogy(range(30, 3001, 30), found, style, label=label)
plt.xlabel("step")
plt.ylabel("size of the weights")
plt.ylim(0.03, 100)
plt.legend(loc="upper right")
plt.show()
