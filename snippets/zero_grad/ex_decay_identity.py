import torch


def train(zero, **options):
    w = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.5, weight_decay=0.5, **options)
    values = []
    for _ in range(3):
        if zero:
            optimizer.zero_grad()
        (w**2 / 2).backward()
        optimizer.step()
        values.append(w.item())
    return values


print("without zero_grad:", train(zero=False))
print("momentum=1.0     :", train(zero=True, momentum=1.0))
