import matplotlib.pyplot as plt
import torch

torch.set_default_dtype(torch.float64)
torch.manual_seed(0)
x, y = torch.randn(64, 16), torch.randn(64, 16)

for activation, marker in [(torch.nn.Sigmoid, "o"), (torch.nn.ReLU, "s")]:
    layers = []
    for _ in range(12):
        linear = torch.nn.Linear(16, 16)
        torch.nn.init.kaiming_normal_(linear.weight)
        layers += [linear, activation()]
    loss = (torch.nn.Sequential(*layers)(x) - y).pow(2).mean()
    loss.backward()
    norms = [m.weight.grad.norm().item() for m in layers[::2]]  # (1)!
    label = activation.__name__
    print(f"{label}: layer 1 {norms[0]:.0e}, layer 12 {norms[-1]:.0e}")
    plt.plot(range(1, 13), norms, marker=marker, label=label)
plt.yscale("log")
plt.xlabel("layer")
plt.ylabel("gradient norm")
plt.legend()
plt.show()
