import torch

for make in (torch.optim.Adam, torch.optim.AdamW):
    for weight_decay in (0.5, 0.05):
        w = torch.tensor([4.0], requires_grad=True)
        optimizer = make([w], lr=0.5, weight_decay=weight_decay)
        w.grad = torch.zeros(1)
        optimizer.step()
        print(make.__name__, weight_decay, round(w.item(), 4))
