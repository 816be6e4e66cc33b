import torch

for make in (torch.optim.Adam, torch.optim.AdamW):
    w = torch.tensor([4.0], requires_grad=True)
    optimizer = make([w], lr=0.5, weight_decay=0.5)
    w.grad = torch.zeros(1)
    optimizer.step()
    print(make.__name__, round(w.item(), 4))
