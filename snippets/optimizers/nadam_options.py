import torch


def steps(*grads, **options):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.NAdam([w], **options)
    taken = []
    for g in grads:
        before = w.item()
        w.grad = torch.tensor([g], dtype=torch.float64)
        optimizer.step()
        taken.append(round(before - w.item(), 4))
    return taken


same, turn = (1, 1, 1, 1), (1, 1, -1, -1)
print("defaults, lr 0.002 ", steps(*same))
print("lr 0.1             ", steps(*same, lr=0.1))
print("sign turns         ", steps(*turn, lr=0.1))
print("betas (0.5, 0.999) ", steps(*turn, lr=0.1, betas=(0.5, 0.999)))
print("momentum_decay 1   ", steps(*same, lr=0.1, momentum_decay=1))
print("momentum_decay 100 ", steps(*same, lr=0.1, momentum_decay=100))
