import torch

a = torch.tensor([1.0], requires_grad=True)
b = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.LBFGS([a, b], max_iter=3)


def both():
    optimizer.zero_grad()
    loss = (a**2 + 4 * b**2 + a * b).sum()
    loss.backward()
    return loss


def only_a():
    optimizer.zero_grad()  # (1)!
    loss = (a**2).sum()
    loss.backward()
    return loss


optimizer.step(both)
before = b.item()
optimizer.step(only_a)
print("gradient of b:", b.grad, "| b moved:", b.item() != before)
