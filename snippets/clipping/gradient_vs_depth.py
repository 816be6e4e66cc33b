import matplotlib.pyplot as plt
import torch


def input_gradient(weight, depth, activation):
    x = torch.tensor(0.5, dtype=torch.float64, requires_grad=True)
    h = x
    for _ in range(depth):
        h = activation(weight * h)
    h.backward()
    return x.grad.item()


def same(h):
    return h


depths = list(range(1, 51))
for label, weight, activation, line in [
    ("weight 1.2", 1.2, same, "-"),
    ("weight 1.0", 1.0, same, "--"),
    ("weight 0.8", 0.8, same, "-."),
    ("weight 1.5, sigmoid", 1.5, torch.sigmoid, ":"),  # (1)!
]:
    sizes = [input_gradient(weight, d, activation) for d in depths]
    plt.semilogy(depths, sizes, line, label=label)
    print(f"{label:20} depth 50: {sizes[-1]:.0e}")
plt.xlabel("depth")
plt.ylabel("gradient of the input")
plt.legend()
plt.show()
