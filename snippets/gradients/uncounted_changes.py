import torch


def no_grad(w, gradient):
    with torch.no_grad():
        w.add_(1.0)


def detached(w, gradient):
    w.detach().add_(1.0)


def data(w, gradient):
    w.data.add_(1.0)


def numpy(w, gradient):
    w.detach().numpy()[:] = 2.0


def fused_step(w, gradient):
    w.grad = gradient
    torch.optim.SGD([w], lr=1.0, fused=True).step()


for change in (no_grad, detached, data, numpy, fused_step):
    w = torch.ones(1, requires_grad=True)
    change(w, torch.tensor([-1.0]))
    print(f"{change.__name__}: value {w.item()}, version {w._version}")
