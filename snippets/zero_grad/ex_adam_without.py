import torch


def train(zero):
    w = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=0.1)
    losses = []
    for _ in range(50):
        if zero:
            optimizer.zero_grad()
        loss = w**2 / 2
        loss.backward()
        optimizer.step()
        losses.append(round(loss.item(), 4))
    return losses[::7]


print("with   ", train(zero=True))
print("without", train(zero=False))
