import torch
from torch import nn

torch.manual_seed(0)
layers = [nn.Linear(1, 1) for _ in range(3)]
layers[1].requires_grad_(False)  # (1)!

h = layers[0](torch.ones(1, 1))
for name, start, record in (
    ("frozen", h, True),
    ("frozen, detach()", h.detach(), True),
    ("frozen, no_grad()", h, False),
):
    for layer in layers:
        layer.zero_grad()
    with torch.set_grad_enabled(record):  # (2)!
        middle = layers[1](start)
    layers[2](middle).sum().backward()
    has_grad = [layer.weight.grad is not None for layer in layers]
    print(f"{name:18}has a gradient: {has_grad}")
