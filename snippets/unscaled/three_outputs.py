import torch
from torch.nn.functional import mse_loss

x = torch.arange(12.0).view(4, 3)  # four samples, three outputs each


def gradient(parts, loss):
    w = torch.tensor(1.0, requires_grad=True)
    for part in parts:
        loss(w * x[part], 0 * x[part]).backward()
    return round(w.grad.item(), 4)


one, two = [slice(0, 4)], [slice(0, 2), slice(2, 4)]
print("one batch:     ", gradient(one, mse_loss))


def total(output, target):
    return mse_loss(output, target, reduction="sum")


print("sum / samples: ", gradient(two, lambda o, t: total(o, t) / len(x)))
print(
    "sum / elements:", gradient(two, lambda o, t: total(o, t) / x.numel())
)
