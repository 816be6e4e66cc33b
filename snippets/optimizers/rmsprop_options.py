import torch


def steps(*grads, **options):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.RMSprop([w], **options)
    taken = []
    for g in grads:
        before = w.item()
        w.grad = torch.tensor([g], dtype=torch.float64)
        optimizer.step()
        taken.append(round(before - w.item(), 4))
    return taken


same, spike = (1, 1, 1, 1), (100, 1, 1, 1)
print("defaults, lr 0.01  ", steps(*same))
print("gradients x 100    ", steps(100, 100, 100, 100))
print("one spike          ", steps(*spike))
print("alpha 0.9          ", steps(*same, alpha=0.9))
print("alpha 0.9, spike   ", steps(*spike, alpha=0.9))
print("momentum 0.9       ", steps(*same, momentum=0.9))
print("centered           ", steps(*same, centered=True))
print("eps 1              ", steps(*same, eps=1))
print("weight_decay 1     ", steps(*same, weight_decay=1))
