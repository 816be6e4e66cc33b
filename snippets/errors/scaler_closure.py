import torch

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.LBFGS([w])
scaler = torch.amp.GradScaler("cpu")


def closure():
    optimizer.zero_grad()
    loss = ((w - 2) ** 2).sum()
    loss.backward()
    return loss


try:
    scaler.step(optimizer, closure=closure)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

optimizer.step(closure)
print("fixed: w =", round(w.item(), 4))
