import torch
from torch.nn import functional as F

x = torch.arange(12.0).view(4, 3)
targets = torch.tensor([0, 1, 1, 1])


def ratio(loss):
    gradients = []
    for reduction in ("sum", "mean"):
        w = torch.ones(3, requires_grad=True)
        loss(x * w, reduction).backward()
        gradients.append(w.grad[0].item())
    return round(gradients[0] / gradients[1], 4)


weight = torch.tensor([3.0, 1.0, 1.0])
padded = torch.tensor([0, 1, 1, -100])
print("mse_loss:", ratio(lambda o, r: F.mse_loss(o, 0 * x, reduction=r)))
print(
    "cross_entropy:",
    ratio(lambda o, r: F.cross_entropy(o, targets, reduction=r)),
)
print(
    "class weights 3, 1:",
    ratio(lambda o, r: F.cross_entropy(o, targets, weight, reduction=r)),
)
print(
    "one ignored:",
    ratio(lambda o, r: F.cross_entropy(o, padded, reduction=r)),
)
