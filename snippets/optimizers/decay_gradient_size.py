import torch


def train(make, weight_decay):
    w = torch.ones(2, dtype=torch.float64, requires_grad=True)
    optimizer = make([w], lr=0.001, weight_decay=weight_decay)
    for step in range(400):
        sign = 1.0 if step % 2 == 0 else -1.0
        w.grad = sign * torch.tensor([1.0, 100.0]).double()  # (1)!
        optimizer.step()
    return w.detach()


for make in (torch.optim.Adam, torch.optim.AdamW):
    shrunk = train(make, 0.5) - train(make, 0.0)  # (2)!
    print(make.__name__, [round(v, 5) for v in shrunk.tolist()])
