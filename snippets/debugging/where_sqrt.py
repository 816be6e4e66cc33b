import torch


def gradient(function):
    x = torch.tensor([-4.0, 0.0, 4.0], requires_grad=True)
    y = function(x)
    y.sum().backward()
    print("y", y.tolist(), "x.grad", x.grad.tolist())


def masked_output(x):
    return torch.where(x > 0, torch.sqrt(x), 0.0)


def masked_input(x):
    safe = torch.where(x > 0, x, 1.0)  # (1)!
    return torch.where(x > 0, torch.sqrt(safe), 0.0)


gradient(masked_output)
gradient(masked_input)
