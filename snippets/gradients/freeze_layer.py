import torch
from torch import nn

torch.manual_seed(0)
layers = [nn.Linear(1, 1) for _ in range(3)]
layers[1].requires_grad_(False)  # (1)!

h = layers[0](torch.ones(1, 1))
for name, start in (("frozen", h), ("frozen, detach()", h.detach())):
    for layer in layers:
        layer.zero_grad()
    layers[2](layers[1](start)).sum().backward()
    has_grad = [layer.weight.grad is not None for layer in layers]
    print(f"{name:16} has a gradient: {has_grad}")
