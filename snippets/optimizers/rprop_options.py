import torch


def steps(*grads, **options):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Rprop([w], **options)
    taken = []
    for g in grads:
        before = w.item()
        w.grad = torch.tensor([g], dtype=torch.float64)
        optimizer.step()
        taken.append(round(before - w.item(), 4))
    return taken


same, flip = (1, 1, 1, 1, 1), (1, -1, 1, -1, 1)
print("defaults           ", steps(*same))
print("gradients x 100    ", steps(100, 100, 100, 100, 100))
print("gradients 1e-200   ", steps(*(1e-200,) * 5))
print("sign changes       ", steps(*flip))
print("lr 1               ", steps(*same, lr=1))
print("etas (0.1, 2)      ", steps(*same, etas=(0.1, 2)))
print("etas, sign changes ", steps(*flip, etas=(0.1, 2)))
narrow = (0.011, 0.013)
print("step_sizes         ", steps(*same, step_sizes=narrow))
