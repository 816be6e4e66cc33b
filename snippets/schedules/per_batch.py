import torch
from torch.optim import lr_scheduler as S

epochs, batches = 4, 5


def rates(make, per_batch):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = make(optimizer)
    last = []
    for _ in range(epochs):
        for _ in range(batches):
            optimizer.step()
            if per_batch:
                scheduler.step()
        if not per_batch:
            scheduler.step()
        last.append(round(scheduler.get_last_lr()[0], 4))
    return last


def cosine(steps):
    return lambda o: S.CosineAnnealingLR(o, T_max=steps)


print("T_max=4,  per epoch:", rates(cosine(epochs), per_batch=False))
print("T_max=4,  per batch:", rates(cosine(epochs), per_batch=True))
print("T_max=20, per batch:", rates(cosine(epochs * batches), True))
print("T_max=20, per epoch:", rates(cosine(epochs * batches), False))
