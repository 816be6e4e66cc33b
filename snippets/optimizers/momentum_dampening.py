import torch


def steps(**options):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, **options)
    moves = []
    for _ in range(5):
        before = w.item()
        w.grad = torch.full_like(w, -1.0)
        optimizer.step()
        moves.append(round(w.item() - before, 4))
    return moves


print("momentum 0.9              :", steps(momentum=0.9))
print("momentum 0.9, nesterov    :", steps(momentum=0.9, nesterov=True))
print("momentum 0.9, dampening .5:", steps(momentum=0.9, dampening=0.5))
print("momentum 0.9, dampening .9:", steps(momentum=0.9, dampening=0.9))
