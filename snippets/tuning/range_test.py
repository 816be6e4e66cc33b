import matplotlib.pyplot as plt
import torch

torch.manual_seed(0)
x = torch.randn(512, 8, dtype=torch.float64)
y = torch.sin(x.sum(1, keepdim=True))
model = torch.nn.Sequential(
    torch.nn.Linear(8, 32), torch.nn.Tanh(), torch.nn.Linear(32, 1)
).double()
optimizer = torch.optim.SGD(model.parameters(), lr=1e-3)
scheduler = torch.optim.lr_scheduler.ExponentialLR(
    optimizer, 10 ** (1 / 25)
)
rates, losses, smooth, total = [], [], 0.0, 0.0
for _ in range(125):
    rows = torch.randint(512, (32,))
    optimizer.zero_grad()
    loss = torch.nn.functional.mse_loss(model(x[rows]), y[rows])
    smooth, total = 0.9 * smooth + 0.1 * loss.item(), 0.9 * total + 0.1
    rates.append(scheduler.get_last_lr()[0])
    losses.append(smooth / total)  # (1)!
    if losses[-1] > 3 * min(losses):  # (2)!
        break
    loss.backward()
    optimizer.step()
    scheduler.step()
lowest = rates[losses.index(min(losses))]
print(f"lowest at {lowest:.2f}, stopped at {rates[-1]:.2f}")
plt.semilogx(rates, losses)
plt.ylim(0.4, 1.2)
plt.xlabel("learning rate")
plt.ylabel("smoothed loss")
plt.show()
