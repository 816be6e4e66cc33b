import torch


def positions(momentum, zero):
    w = torch.tensor([2.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.5, momentum=momentum)
    path = []
    for _ in range(10):
        if zero:
            optimizer.zero_grad()
        (w**2 / 2).sum().backward()
        optimizer.step()
        path.append(round(w.item(), 2))
    return path


print("momentum 1, zeroed       :", positions(1.0, True))
print("momentum 0, never zeroed :", positions(0.0, False))
