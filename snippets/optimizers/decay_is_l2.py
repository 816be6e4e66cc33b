import torch


def one_step(penalty, weight_decay=0.0):
    w = torch.tensor([2.0], requires_grad=True)
    options = {"lr": 0.125, "weight_decay": weight_decay}
    optimizer = torch.optim.SGD([w], **options)
    (3 * w + penalty * w**2).sum().backward()
    optimizer.step()
    return f".grad {w.grad.item()}  w {w.item()}"


print("weight_decay=0.5  :", one_step(0, weight_decay=0.5))  # (1)!
print("loss + 0.5/2 * w^2:", one_step(0.5 / 2))  # (2)!
print("loss + 0.5 * w^2  :", one_step(0.5))  # (3)!
