import torch

a, b = torch.nn.Parameter(torch.ones(1)), torch.nn.Parameter(torch.ones(1))
shared = torch.tensor(0.5)
one = torch.optim.SGD([{"params": [a]}, {"params": [b]}], lr=shared)
own = torch.optim.SGD(
    [
        {"params": [a], "lr": shared.clone()},
        {"params": [b], "lr": shared.clone()},
    ]
)
for optimizer in (one, own):
    optimizer.param_groups[0]["lr"].mul_(0.5)
    print([group["lr"].item() for group in optimizer.param_groups])
