import matplotlib.pyplot as plt
import torch

for name, style in (("Adagrad", "-"), ("RMSprop", "--"), ("Adadelta", ":")):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = getattr(torch.optim, name)([w])  # (1)!
    lengths = []
    for _ in range(200):
        before = w.item()
        w.grad = torch.ones_like(w)
        optimizer.step()
        lengths.append(before - w.item())
    plt.loglog(range(1, 201), lengths, style, label=name)
    picked = [f"{lengths[k - 1]:.4f}" for k in (1, 10, 100, 200)]
    print(name, picked, "moved", round(-w.item(), 2))

plt.xlabel("step")
plt.ylabel("length of the step")
plt.legend()
plt.show()
