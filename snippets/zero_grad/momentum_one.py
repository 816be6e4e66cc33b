# --8<-- [start:values]
import torch


def train(zero, steps=8, lr=0.5, make=torch.optim.SGD, **options):
    w = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
    optimizer = make([w], lr=lr, **options)
    values = [w.item()]
    for _ in range(steps):
        if zero:
            optimizer.zero_grad()
        loss = w**2 / 2  # (1)!
        loss.backward()
        optimizer.step()
        values.append(w.item())
    return values


print("with   :", [round(v, 4) for v in train(zero=True)])
print("without:", [round(v, 4) for v in train(zero=False)])
# --8<-- [end:values]
# --8<-- [start:same]
without = train(zero=False, steps=200, lr=0.1)
momentum = train(zero=True, steps=200, lr=0.1, momentum=1.0)
print("without zero_grad == momentum=1.0:", without == momentum)
# --8<-- [end:same]
# --8<-- [start:loss]
for zero in (True, False):
    losses = [f"{v**2 / 2:.4f}" for v in train(zero, lr=0.1)[:8]]
    print("with   " if zero else "without", *losses)
# --8<-- [end:loss]
