import torch


def steps(*grads, **options):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adadelta([w], **options)
    taken = []
    for g in grads:
        before = w.item()
        w.grad = torch.tensor([g], dtype=torch.float64)
        optimizer.step()
        taken.append(round(before - w.item(), 4))
    return taken


same = (1, 1, 1, 1)
print("defaults, lr 1     ", steps(*same))
print("gradients x 100    ", steps(100, 100, 100, 100))
print("rho 0.5            ", steps(*same, rho=0.5))
print("eps 0.01           ", steps(*same, eps=0.01))
print("lr 0.01            ", steps(*same, lr=0.01))
print("weight_decay 1     ", steps(*same, weight_decay=1))
