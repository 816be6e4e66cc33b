import torch

a, b = (torch.ones(1, requires_grad=True) for _ in range(2))
try:
    torch.optim.LBFGS([{"params": [a]}, {"params": [b], "lr": 0.1}])
except ValueError as error:
    print(f"ValueError: {error}")
optimizer = torch.optim.LBFGS([a, b], line_search_fn="wolfe")


def no_clear():
    loss = (a**2 + b**2).sum()
    loss.backward()  # (1)!
    return loss


try:
    optimizer.step(no_clear)
except RuntimeError as error:
    print(f"RuntimeError: {error}")


def no_loss():
    optimizer.zero_grad()
    (a**2 + b**2).sum().backward()  # (2)!


try:
    torch.optim.LBFGS([a, b]).step(no_loss)
except TypeError as error:
    print(f"TypeError: {error}")
