import matplotlib.pyplot as plt
import torch

w = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1 / 16)
path = []
for _ in range(5):
    optimizer.zero_grad()
    loss = (w * 2 - 6) ** 2
    loss.backward()
    path.append((w.item(), loss.item()))
    optimizer.step()

print(path)
ts = torch.linspace(0.5, 5.5, 101)
plt.plot(ts, (ts * 2 - 6) ** 2, label="loss")
plt.plot(*zip(*path, strict=True), "o--", label="steps")
plt.xlabel("w")
plt.ylabel("loss")
plt.legend()
plt.show()
