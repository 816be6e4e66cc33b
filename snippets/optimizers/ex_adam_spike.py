import torch


def train(grads, max_norm):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=0.1)
    for g in grads:
        w.grad = torch.full_like(w, g)
        torch.nn.utils.clip_grad_norm_([w], max_norm)
        optimizer.step()
    return round(w.item(), 4)


steady = [8.0] * 10
spike = [8.0] * 5 + [800.0] + [8.0] * 4
for name, grads in (("steady", steady), ("spike", spike)):
    free, clipped = train(grads, float("inf")), train(grads, 1.0)
    print(f"{name}: not clipped {free}, max_norm 1: {clipped}")
