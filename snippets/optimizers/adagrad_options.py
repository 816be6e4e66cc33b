import torch


def steps(*grads, **options):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adagrad([w], **options)
    taken = []
    for g in grads:
        before = w.item()
        w.grad = torch.tensor([g], dtype=torch.float64)
        optimizer.step()
        taken.append(round(before - w.item(), 4))
    return taken


same, spike = (1, 1, 1, 1), (100, 1, 1, 1)
print("defaults, lr 0.1   ", steps(*same, lr=0.1))
print("gradients x 100    ", steps(100, 100, 100, 100, lr=0.1))
print("one spike          ", steps(*spike, lr=0.1))
print("lr_decay 1         ", steps(*same, lr=0.1, lr_decay=1))
start = {"initial_accumulator_value": 8}
print("start value 8      ", steps(*same, lr=0.1, **start))
print("eps 1              ", steps(*same, lr=0.1, eps=1))
print("weight_decay 1     ", steps(*same, lr=0.1, weight_decay=1))
