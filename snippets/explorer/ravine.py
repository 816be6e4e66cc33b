import matplotlib.pyplot as plt
import torch

torch.set_default_dtype(torch.float64)


def path(**options):
    theta = torch.tensor([-2.5, 1.0], requires_grad=True)
    optimizer = torch.optim.SGD([theta], **options)
    points = [theta.tolist()]
    for _ in range(60):
        x, y = theta
        loss = 0.5 * (x**2 + 25 * y**2)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        points.append(theta.tolist())
    return torch.tensor(points)


angle = torch.linspace(0, 6.2832, 80)
for level in (0.1, 1, 3, 7, 13):
    wide, high = (2 * level) ** 0.5, (2 * level / 25) ** 0.5
    plt.plot(wide * angle.cos(), high * angle.sin(), "k", linewidth=0.5)

for momentum, style in ((0, "o-"), (0.9, "s--")):
    points = path(lr=0.03, momentum=momentum)
    print(momentum, *(f"{value:.4f}" for value in points[-1].tolist()))
    label = f"momentum {momentum}"
    plt.plot(*points.T, style, markersize=3, label=label)
plt.xlabel("x")
plt.ylabel("y")
plt.legend()
plt.show()
