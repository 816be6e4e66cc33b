import torch


def spread(**options):
    torch.manual_seed(0)
    w = torch.zeros(16, 16, requires_grad=True)
    optimizer = torch.optim.Muon([w], lr=1.0, weight_decay=0.0, **options)
    w.grad = torch.randn(16, 16)
    optimizer.step()
    values = torch.linalg.svdvals(w.detach())
    return [round(v, 1) for v in (values.max().item(), values.min().item())]


def turn(**options):
    w = torch.zeros(2, 2, requires_grad=True)
    optimizer = torch.optim.Muon([w], lr=1.0, weight_decay=0.0, **options)
    taken = []
    for sign in (1, 1, -1, -1, -1):
        before = w.detach().clone()
        w.grad = sign * torch.eye(2)
        optimizer.step()
        taken.append(round((before - w.detach())[0, 0].item(), 1))
    return taken


print("largest and smallest singular value of the update")
for steps in (1, 3, 5, 10):
    print("  ns_steps", steps, spread(ns_steps=steps))
cubic = {"ns_coefficients": (1.5, -0.5, 0.0)}
for steps in (5, 20):
    print("  cubic, ns_steps", steps, spread(ns_steps=steps, **cubic))
print("steps when the sign turns")
print("  defaults      ", turn())
print("  momentum 0    ", turn(momentum=0.0))
print("  nesterov False", turn(nesterov=False))
