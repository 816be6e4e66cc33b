import torch

w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.LBFGS([w], line_search_fn="strong_wolfe")
try:
    optimizer.step()
except TypeError as error:
    print(f"TypeError: {error}")

losses = []


def closure():
    optimizer.zero_grad()
    loss = (w - 1).square().sum()
    loss.backward()
    losses.append(loss.item())
    return loss


loss = optimizer.step(closure)  # (1)!
print("returned loss:", loss.item(), "w:", round(w.item(), 4))
print("closure called more than once:", len(losses) > 1)
print("returned loss is the first one:", loss.item() == losses[0])
