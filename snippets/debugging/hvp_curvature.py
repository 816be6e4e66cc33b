import matplotlib.pyplot as plt
import torch
from torch.func import grad, vjp

curvatures = torch.tensor([1.0, 2.0, 4.0, 8.0], dtype=torch.float64)


def loss(w):
    return 0.5 * (curvatures * w**2).sum()


w = torch.ones(4, dtype=torch.float64)
v = torch.tensor([8.0, 4.0, 2.0, 1.0], dtype=torch.float64)
estimates = []
for _ in range(13):
    v = v / v.norm()
    (product,) = vjp(grad(loss), w)[1](v)  # (1)!
    estimates.append((v @ product).item())  # (2)!
    v = product
print([round(e, 2) for e in estimates])
plt.plot(range(1, 14), estimates, marker="o", label="estimate")
plt.axhline(8.0, linestyle="--", label="true value")
plt.xlabel("Hessian-vector products")
plt.ylabel("largest curvature")
plt.legend()
plt.show()
