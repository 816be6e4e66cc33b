import torch

x = torch.tensor([1.0, 2.0, 4.0])
y = torch.tensor([2.0, 0.0, 4.0])


def train(batches):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1 / 32)
    for rows in batches:
        optimizer.zero_grad()
        ((x[rows] * w - y[rows]) ** 2).mean().backward()
        optimizer.step()
    return w.item()


print("full batch, two runs:", train([[0, 1, 2]]), train([[0, 1, 2]]))
print("mini-batches 0, 1, 2:", train([[0], [1], [2]]))
print("mini-batches 2, 1, 0:", train([[2], [1], [0]]))  # (1)!
