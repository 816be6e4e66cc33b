import torch

torch.manual_seed(0)
gradients = torch.randn(50, dtype=torch.float64).tolist()


def sgd(lr, momentum, **options):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr, momentum, **options)
    path = []
    for gradient in gradients:
        w.grad = torch.full_like(w, gradient)
        optimizer.step()
        path.append(w.item())
    return path


def average(lr, beta):
    w, m, path = 0.0, 0.0, []
    for gradient in gradients:
        m = beta * m + (1 - beta) * gradient  # (1)!
        w = w - lr * m
        path.append(w)
    return path


def largest(one, two):
    return max(abs(a - b) for a, b in zip(one, two, strict=True))


beta, lr = 0.9, 0.1
found = average(lr, beta)
print(f"same lr:        {largest(found, sgd(lr, beta)):.4f}")
print(f"lr * (1 - beta): {largest(found, sgd(lr * (1 - beta), beta)):.4f}")
print(
    f"dampening beta: {largest(found, sgd(lr, beta, dampening=beta)):.4f}"
)
