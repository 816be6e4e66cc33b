import matplotlib.pyplot as plt
import torch

h = 10.0  # (1)!
rates = {0.01: "s--", 0.09: "o-", 0.18: "^-.", 0.21: "x:"}
for lr, style in rates.items():
    w = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    path = [w.item()]
    for _ in range(20):
        optimizer.zero_grad()
        (h / 2 * w**2).backward()
        optimizer.step()
        path.append(w.item())
    print(f"lr {lr}  factor {1 - lr * h:5.2f}  w {path[-1]:7.4f}")
    shown = [v for v in path if abs(v) <= 2]  # (2)!
    plt.plot(shown, style, markersize=4, label=f"lr {lr}")

plt.xticks(range(0, 21, 5))
plt.xlabel("step")
plt.ylabel("w")
plt.legend()
plt.show()
