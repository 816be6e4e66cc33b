import matplotlib.pyplot as plt
import torch

h = torch.tensor([1.0, 50.0], dtype=torch.float64)  # (1)!
x, y = torch.linspace(-2, 11, 60), torch.linspace(-1.2, 1.2, 60)
f = 0.5 * (x[None, :] ** 2 + 50 * y[:, None] ** 2)
plt.contour(x, y, f, levels=[1, 4, 12, 25, 45], linewidths=0.5)

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

plt.xlabel("x")
plt.ylabel("y")
plt.legend()
plt.show()
