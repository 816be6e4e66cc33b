import torch
from torch.nn.functional import cross_entropy

x = torch.tensor([[[1.0, 0.0]] * 3, [[0.0, 1.0]] * 3])  # two ranks
t = torch.tensor([[0, 0, 0], [1, -100, -100]])  # one valid target in rank 1


def average_over_ranks(loss):  # (1)!
    gradients = []
    for rank in range(2):
        w = torch.zeros(2, 2, requires_grad=True)
        loss(x[rank] @ w, t[rank]).backward()
        gradients.append(w.grad[:, 0])
    return (sum(gradients) / 2).tolist()


count = (t != -100).sum()  # (2)!


def global_count(output, target):
    return cross_entropy(output, target, reduction="sum") / count * 2


w = torch.zeros(2, 2, requires_grad=True)
cross_entropy(x.flatten(0, 1) @ w, t.flatten()).backward()
print("one process: ", w.grad[:, 0].tolist())
print("own means:   ", average_over_ranks(cross_entropy))
print("global count:", average_over_ranks(global_count))
