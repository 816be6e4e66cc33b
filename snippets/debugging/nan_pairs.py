import torch
from torch.nn import functional as F


def row(name, loss, values):
    x = torch.tensor(values, requires_grad=True)
    result = loss(x)
    result.backward()
    grad = [round(v, 4) for v in x.grad.tolist()]
    print(f"{name:30} loss {result.item():9.4f}  gradient {grad}")


def safe(x):
    inner = torch.where(x > 0, x, 1.0)  # (1)!
    return torch.where(x > 0, x * inner.log(), 0.0).sum()


def root(x):
    return (F.mse_loss(x, x.detach()) + 1e-6).sqrt()


far, zero, one = [200.0, 0.0], [0.0, 0.0], [0.0, 1.0]
row("softmax, then log", lambda x: -x.softmax(0)[1].log(), far)
row("log_softmax", lambda x: -x.log_softmax(0)[1], far)
row("log(1 - sigmoid)", lambda x: (1 - x.sigmoid()).log().sum(), far)
row("logsigmoid(-x)", lambda x: F.logsigmoid(-x).sum(), far)
row("exp / (1 + exp)", lambda x: (x.exp() / (1 + x.exp())).sum(), far)
row("sigmoid", lambda x: x.sigmoid().sum(), far)
row("sqrt of the sum of squares", lambda x: (x**2).sum().sqrt(), zero)
row("vector_norm", torch.linalg.vector_norm, zero)
row("sqrt of mse_loss", lambda x: F.mse_loss(x, x.detach()).sqrt(), one)
row("sqrt of (mse_loss + 1e-6)", root, one)
row("0 * log(0)", lambda x: (x * x.log()).sum(), one)
row("xlogy", lambda x: torch.special.xlogy(x, x).sum(), one)
row("double where", safe, one)
