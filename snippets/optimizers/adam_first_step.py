import matplotlib.pyplot as plt
import torch

sizes = [10.0**k for k in range(-12, 5)]
for eps, style in ((1e-8, "o-"), (1e-4, "s--")):
    w = torch.zeros(17, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=0.1, eps=eps)
    w.grad = torch.tensor(sizes, dtype=torch.float64)
    optimizer.step()
    steps = (-w).tolist()
    plt.loglog(sizes, steps, style, label=f"Adam, eps {eps:g}")
    for k in (2, 4, 8, 12, 16):  # (1)!
        g = sizes[k]
        formula = 0.1 * g / (g + eps)
        print(f"eps {eps:g}  g {g:g}: {steps[k]:.4f} = {formula:.4f}")

plt.loglog(sizes, [0.1 * g for g in sizes], "x:", label="SGD")
plt.xlabel("size of the gradient")
plt.ylabel("size of the first step")
plt.legend()
plt.show()
