import torch
from torch.nn.functional import cross_entropy

x = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [2.0, 0.0]])
t = torch.tensor([0, 0, 0, 1])
weight = torch.tensor([1.0, 9.0])


def gradient(parts, loss):
    w = torch.zeros(2, 2, requires_grad=True)
    for part in parts:
        loss(x[part] @ w, t[part]).backward()
    return [round(g, 4) for g in w.grad[:, 0].tolist()]


def weighted_sum(output, target):
    return cross_entropy(output, target, weight, reduction="sum")


one, two = [slice(0, 4)], [slice(0, 2), slice(2, 4)]
total = weight[t].sum()  # (1)!
print("sum of the weights:", total.item())
print("one batch:", gradient(one, lambda o, t: cross_entropy(o, t, weight)))
print(
    "mean / 2: ",
    gradient(two, lambda o, t: cross_entropy(o, t, weight) / 2),
)
print("sum / 4:  ", gradient(two, lambda o, t: weighted_sum(o, t) / 4))
print("sum / 12: ", gradient(two, lambda o, t: weighted_sum(o, t) / total))
