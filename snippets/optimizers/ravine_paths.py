import matplotlib.pyplot as plt
import torch

h = torch.tensor([1.0, 50.0], dtype=torch.float64)  # (1)!
angle = torch.linspace(0, 6.2832, 80)
for loss in (1, 4, 12, 25, 45):
    x, y = (2 * loss) ** 0.5 * angle.cos(), (loss / 25) ** 0.5 * angle.sin()
    plt.plot(x, y, color="gray", linewidth=0.5)

for momentum, style in ((0.0, "o--"), (0.5, "s-")):
    w = torch.tensor([10.0, 1.0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.035, momentum=momentum)
    path = [w.tolist()]
    for _ in range(25):
        optimizer.zero_grad()
        (0.5 * (h * w**2).sum()).backward()
        optimizer.step()
        path.append(w.tolist())
    end = [round(v, 2) + 0.0 for v in path[-1]]
    print(f"momentum {momentum}: after 25 steps {end}")
    xs, ys = torch.tensor(path).T
    plt.plot(xs, ys, style, markersize=4, label=f"momentum {momentum}")

plt.xlim(-2, 11)
plt.xlabel("x")
plt.ylabel("y")
plt.legend()
plt.show()
