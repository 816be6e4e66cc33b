import torch


def train(every_iteration):
    w = torch.nn.Parameter(torch.tensor([4.0]))
    optimizer = torch.optim.SGD([w], lr=0.25)
    values = []
    optimizer.zero_grad()
    for _ in range(5):
        if every_iteration:
            optimizer.zero_grad()
        (w**2 / 2).sum().backward()
        optimizer.step()
        values.append(round(w.item(), 4))
    return values


print("once before the loop:", train(every_iteration=False))
print("in every iteration  :", train(every_iteration=True))
