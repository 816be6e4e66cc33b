import matplotlib.pyplot as plt
import torch

for name, style in (("Adam", "--"), ("RAdam", "-")):
    for size, marker in ((1.0, "o"), (0.01, "s")):
        w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
        optimizer = getattr(torch.optim, name)([w], lr=0.1)
        lengths = []
        for _ in range(30):
            before = w.item()
            w.grad = torch.full_like(w, size)
            optimizer.step()
            lengths.append(before - w.item())
        label = f"{name}, gradient {size}"
        plt.semilogy(range(1, 31), lengths, style + marker, label=label)
        picked = [f"{lengths[k - 1]:.4f}" for k in (1, 5, 6, 30)]
        print(label, picked)

plt.xlabel("step")
plt.ylabel("length of the step")
plt.legend()
plt.show()
