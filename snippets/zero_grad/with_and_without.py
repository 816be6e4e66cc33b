import matplotlib.pyplot as plt
import torch

x = torch.linspace(-1, 1, 20, dtype=torch.float64)
y = 3 * x + 0.5


def train(zero, steps=100):
    w = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    losses = []
    for _ in range(steps):
        if zero:
            optimizer.zero_grad()  # (1)!
        loss = ((w[0] * x + w[1] - y) ** 2).mean()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


good, bad = train(zero=True), train(zero=False)
for step in (0, 6, 12, 99):
    print(f"{step:2}: with {good[step]:.4f}  without {bad[step]:.4f}")
print(f"largest of the last 50 losses without: {max(bad[50:]):.4f}")
plt.plot(good, linestyle="--", label="with")
plt.plot(bad, label="without")
plt.xlabel("step")
plt.ylabel("loss")
plt.ylim(0, 5)
plt.legend(ncols=2)
plt.show()
