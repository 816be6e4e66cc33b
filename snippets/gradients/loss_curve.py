import matplotlib.pyplot as plt
import torch

x = torch.tensor([-1.0, 0.0, 1.0, 2.0])
target = 2 * x + 1
w = torch.zeros(2, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1 / 16)

losses = []
for _ in range(20):
    optimizer.zero_grad()
    loss = ((w[0] * x + w[1] - target) ** 2).mean()
    loss.backward()
    losses.append(loss.item())
    optimizer.step()

print(f"loss: first {losses[0]:.4f}, last {losses[-1]:.4f}")
plt.plot(losses, marker="o")
plt.xticks(range(0, 20, 5))
plt.xlabel("step")
plt.ylabel("loss")
plt.show()
