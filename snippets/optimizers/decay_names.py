import torch


def rates_and_weight(gamma, weight_decay):
    w = torch.tensor([1.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.5, weight_decay=weight_decay)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma)
    rates = []
    for _ in range(3):
        rates.append(optimizer.param_groups[0]["lr"])
        w.grad = torch.zeros(1)  # (1)!
        optimizer.step()
        scheduler.step()
    return f"rates {rates}  w {w.item():.4f}"


print("weight decay 0.5, gamma 1:", rates_and_weight(1.0, 0.5))
print("weight decay 0, gamma 0.5:", rates_and_weight(0.5, 0.0))
print("weight decay 0.5, gamma 0.5:", rates_and_weight(0.5, 0.5))  # (2)!
try:
    torch.optim.SGD([torch.zeros(1)], lr=0.5, decay=0.5)
except TypeError as error:
    print(f"TypeError: {error}")
