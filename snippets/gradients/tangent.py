import matplotlib.pyplot as plt
import torch

x = torch.tensor(1.0, requires_grad=True)
y = x**2 / 2 + 1
y.backward()
slope = x.grad.item()
print("at x = 1: y =", y.item(), " x.grad =", slope)

ts = torch.linspace(-2, 3, 101)
plt.plot(ts, ts**2 / 2 + 1, label="loss")
line = y.item() + slope * (ts - 1)  # (1)!
plt.plot(ts, line, linestyle="--", label="tangent")
plt.plot(1, y.item(), marker="o")
plt.xlabel("x")
plt.ylabel("loss")
plt.legend()
plt.show()
