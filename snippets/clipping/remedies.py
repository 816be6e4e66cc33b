import torch
from torch import nn


def first_over_last(block):
    torch.manual_seed(0)
    layers = [nn.Linear(16, 16, dtype=torch.float64) for _ in range(50)]
    h = torch.linspace(-1, 1, 128, dtype=torch.float64).view(8, 16)
    for layer in layers:
        h = block(layer, h)
    (h**2).mean().backward()
    first, last = (layers[i].weight.grad.norm() for i in (0, -1))
    return f"10^{round(torch.log10(first / last).item())}"  # (1)!


def he_relu(layer, h):
    nn.init.kaiming_normal_(layer.weight)  # (2)!
    return torch.relu(layer(h))


def normalized(layer, h):
    return torch.tanh(nn.functional.layer_norm(layer(h), [16]))


def gated(layer, h):
    keep = torch.sigmoid(layer(h) + 4)  # (3)!
    return keep * h + (1 - keep) * torch.tanh(layer(h))


print("sigmoid      ", first_over_last(lambda f, h: torch.sigmoid(f(h))))
print("tanh         ", first_over_last(lambda f, h: torch.tanh(f(h))))
print("He init, ReLU", first_over_last(he_relu))
print("normalization", first_over_last(normalized))
print("residual     ", first_over_last(lambda f, h: h + torch.tanh(f(h))))
print("gate         ", first_over_last(gated))
