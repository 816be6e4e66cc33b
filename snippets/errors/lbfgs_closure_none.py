import torch

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.LBFGS([w])


def forgot():
    optimizer.zero_grad()
    ((w - 2) ** 2).sum().backward()


try:
    optimizer.step(forgot)
except TypeError as error:
    print(f"TypeError: {error}")


def closure():
    optimizer.zero_grad()
    loss = ((w - 2) ** 2).sum()
    loss.backward()
    return loss


optimizer.step(closure)
print("fixed: w =", round(w.item(), 4))
