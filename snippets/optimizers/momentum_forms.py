import torch


def torch_form(rates, mu=0.5):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rates[0], momentum=mu)
    for lr in rates:
        optimizer.param_groups[0]["lr"] = lr
        w.grad = torch.tensor([-1.0])
        optimizer.step()
    return w.item()


def book_form(rates, mu=0.5):
    w = v = 0.0
    for lr in rates:
        v = mu * v - lr * -1.0  # (1)!
        w = w + v
    return w


constant, drops = [1.0, 1.0, 1.0], [1.0, 1.0, 0.0]
print("constant lr :", torch_form(constant), book_form(constant))
print("lr 1, 1, 0  :", torch_form(drops), book_form(drops))  # (2)!
