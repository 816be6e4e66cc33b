import torch


def steps(*grads, **options):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.ASGD([w], **options)
    taken = []
    for g in grads:
        before = w.item()
        w.grad = torch.tensor([g], dtype=torch.float64)
        optimizer.step()
        taken.append(round(before - w.item(), 4))
    return taken


same = (1, 1, 1, 1)
print("defaults, lr 0.01  ", steps(*same))
print("lambd 1, lr 0.5    ", steps(*same, lr=0.5, lambd=1))
print("alpha 0            ", steps(*same, lr=0.5, lambd=1, alpha=0))
print("alpha 1            ", steps(*same, lr=0.5, lambd=1, alpha=1))
