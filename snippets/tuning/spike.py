import matplotlib.pyplot as plt
import torch


def sizes(beta1, beta2, steps=120):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=1.0, betas=(beta1, beta2))
    found = []
    for step in range(steps):
        before = w.item()
        w.grad = torch.full_like(w, 100.0 if step == 20 else 1.0)  # (1)!
        optimizer.step()
        found.append(before - w.item())
    return found


for beta1, beta2, style in [
    (0.9, 0.999, "-"),
    (0.9, 0.95, "--"),
    (0.9, 0.9, ":"),
    (0.0, 0.999, "-."),
]:
    found = sizes(beta1, beta2)
    label = f"betas {beta1}, {beta2}"
    print(f"{label}: at the spike {found[20]:.2f}, ", end="")
    print(f"20 later {found[40]:.2f}, 99 later {found[119]:.2f}")
    plt.plot(found, style, label=label)
plt.xlabel("step")
plt.ylabel("size of the step")
plt.legend()
plt.show()
