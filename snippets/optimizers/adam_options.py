import torch


def steps(*grads, make=torch.optim.Adam, start=0.0, **options):
    w = torch.tensor([start], dtype=torch.float64, requires_grad=True)
    optimizer = make([w], lr=0.1, **options)
    taken = []
    for g in grads:
        before = w.item()
        w.grad = torch.tensor([g], dtype=torch.float64)
        optimizer.step()
        taken.append(round(before - w.item(), 4))
    return taken


turn, spike = (1, 1, -1, -1, -1), (100, 1, 1, 1, 1)
print("turn, defaults         ", steps(*turn))
print("turn, betas (0, 0.999) ", steps(*turn, betas=(0.0, 0.999)))
print("turn, betas (0.5, 0.5) ", steps(*turn, betas=(0.5, 0.5)))
print("spike, defaults        ", steps(*spike))
print("spike, betas (0, 0.999)", steps(*spike, betas=(0.0, 0.999)))
print("spike, betas (0, 0.5)  ", steps(*spike, betas=(0.0, 0.5)))
print("turn, eps 1            ", steps(*turn, eps=1))
print("turn, maximize         ", steps(*turn, maximize=True))
zeros = (0, 0, 0, 0, 0)
decay = {"start": 1.0, "weight_decay": 0.1}
print("zeros, Adam, decay     ", steps(*zeros, **decay))
adamw = torch.optim.AdamW
print("zeros, AdamW, decay    ", steps(*zeros, make=adamw, **decay))
