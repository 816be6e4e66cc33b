import torch


def steps(*grads, start=1.0, **options):
    w = torch.full((2, 2), start, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adafactor([w], **options)
    taken = []
    for g in grads:
        before = w[0, 0].item()
        w.grad = torch.full_like(w, g)
        optimizer.step()
        taken.append(round(before - w[0, 0].item(), 5))
    return taken


same, spike = (1, 1, 1, 1), (1, 1, 100, 1)
print("defaults           ", steps(*same))
print("gradients x 100    ", steps(100, 100, 100, 100))
print("parameter 100      ", steps(*same, start=100.0))
print("parameter 0        ", steps(*same, start=0.0))
print("lr 1               ", steps(*same, lr=1.0, start=100.0))
print("spike              ", steps(*spike))
print("spike, d 3         ", steps(*spike, d=3.0))
print("spike, decay -0.1  ", steps(*spike, beta2_decay=-0.1))
print("eps (0.5, 0.001)   ", steps(0.01, 0.01, eps=(0.5, 0.001)))
print("eps (None, 1), at 0", steps(*same, start=0.0, eps=(None, 1)))
print("weight_decay 1     ", steps(0, 0, 0, 0, weight_decay=1.0))
