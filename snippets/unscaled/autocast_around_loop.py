from contextlib import nullcontext

import torch


def train(outside, inside):
    layer = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.ones_(layer.weight)
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.25)
    losses = []
    with outside:
        for _ in range(4):
            optimizer.zero_grad()
            with inside:
                loss = layer(torch.ones(1, 1)).float().pow(2).sum()
            loss.backward()
            optimizer.step()
            losses.append(round(loss.item(), 4))
    return losses, round(layer.weight.item(), 4)


def autocast(**options):
    return torch.autocast("cpu", torch.bfloat16, **options)


print("around the loop:   ", *train(autocast(), nullcontext()))
print("around each forward:", *train(nullcontext(), autocast()))
print(
    "without the cache: ",
    *train(autocast(cache_enabled=False), nullcontext()),
)
