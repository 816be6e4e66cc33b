import matplotlib.pyplot as plt
import torch

gradients = 2.0 ** torch.linspace(-40, -6, 341, dtype=torch.float64)
exponents = list(range(33))
zeros, overflows = [], []
for k in exponents:
    half = (gradients * 2.0**k).half()
    zeros.append((half == 0).double().mean().item())
    overflows.append(half.isinf().double().mean().item())
    if k in (0, 8, 15, 16, 21, 22, 32):
        print(f"scale 2**{k}: zero {zeros[k]:.3f}, inf {overflows[k]:.3f}")

plt.plot(exponents, zeros, marker="o", label="flushed to zero")
plt.plot(exponents, overflows, marker="s", ls="--", label="overflow to inf")
plt.xlabel("log2 of the loss scale")
plt.ylabel("fraction of gradients")
plt.legend()
plt.show()
