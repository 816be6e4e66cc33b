import torch
from torch.nn.functional import softshrink

target = torch.tensor([2.0, 0.25])
lr, lam = 0.25, 0.5


def train(name, l1=0.0, weight_decay=0.0, threshold=0.0):
    w = torch.nn.Parameter(torch.ones(2))
    options = {"lr": lr, "weight_decay": weight_decay}
    optimizer = torch.optim.SGD([w], **options)
    second = []
    for _ in range(100):
        optimizer.zero_grad()
        loss = 0.5 * (w - target).square().sum() + l1 * w.abs().sum()
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            w.copy_(softshrink(w, threshold))  # (1)!
        second.append(round(w[1].item(), 4))
    print(name, round(w[0].item(), 4), "and", *second[-3:])


train("no penalty    ")
train("weight_decay  ", weight_decay=lam)
train("L1 in the loss", l1=lam)
train("soft threshold", threshold=lr * lam)  # (2)!
