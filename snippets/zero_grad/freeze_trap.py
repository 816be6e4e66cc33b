import torch


def run(clear):
    frozen = torch.nn.Parameter(torch.tensor([1.0]))
    active = torch.nn.Parameter(torch.tensor([1.0]))
    optimizer = torch.optim.SGD([frozen, active], lr=0.1)
    (frozen + active).sum().backward()
    optimizer.step()
    frozen.requires_grad_(False)  # (1)!
    if clear:
        frozen.grad = None  # (2)!
    for _ in range(2):
        for p in (frozen, active):
            if p.requires_grad:  # (3)!
                p.grad = None
        active.sum().backward()
        optimizer.step()
    return round(frozen.item(), 4)


print("old gradient left in .grad:", run(clear=False))
print("old gradient cleared      :", run(clear=True))
