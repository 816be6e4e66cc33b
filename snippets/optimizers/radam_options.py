import torch


def steps(*grads, **options):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.RAdam([w], **options)
    taken = []
    for g in grads:
        before = w.item()
        w.grad = torch.tensor([g], dtype=torch.float64)
        optimizer.step()
        taken.append(round(before - w.item(), 4))
    return taken


same = (1,) * 7
print("defaults, lr 0.001 ", steps(*same))
print("lr 0.1             ", steps(*same, lr=0.1))
print("gradients 100      ", steps(*(100,) * 7, lr=0.1))
print("betas (0.9, 0.9)   ", steps(*same, lr=0.1, betas=(0.9, 0.9)))
print("betas (0.9, 0.6)   ", steps(*(100,) * 7, lr=0.1, betas=(0.9, 0.6)))
