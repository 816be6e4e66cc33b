import torch


def move(make, factor, share):
    w = torch.nn.Parameter(torch.zeros(1))
    if factor != 1.0:
        w.register_hook(lambda gradient: factor * gradient)  # (1)!
    optimizer = make([{"params": [w], "lr": share * 0.01}])  # (2)!
    for _ in range(20):
        optimizer.zero_grad()
        w.sum().backward()
        optimizer.step()
    return f"{w.item():.3f}"


for make in (torch.optim.SGD, torch.optim.Adam):
    plain = move(make, 1.0, 1.0)
    gradient = move(make, 0.1, 1.0)
    rate = move(make, 1.0, 0.1)
    print(
        make.__name__, plain, "gradient / 10:", gradient, "lr / 10:", rate
    )
