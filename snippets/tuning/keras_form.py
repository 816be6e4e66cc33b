import torch

torch.manual_seed(0)
gradients = torch.randn(50, dtype=torch.float64).tolist()


def torch_form(rates, mu, nesterov):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], 1.0, mu, nesterov=nesterov)
    for rate, gradient in zip(rates, gradients, strict=True):
        optimizer.param_groups[0]["lr"] = rate
        w.grad = torch.full_like(w, gradient)
        optimizer.step()
    return w.item()


def keras_form(rates, mu, nesterov):
    w = velocity = 0.0
    for rate, gradient in zip(rates, gradients, strict=True):
        velocity = mu * velocity - rate * gradient  # (1)!
        w += mu * velocity - rate * gradient if nesterov else velocity
    return w


for name, rates in [
    ("constant lr", [0.1] * 50),
    ("falling lr", [0.1 * 0.9**t for t in range(50)]),
]:
    for nesterov in (False, True):
        one = torch_form(rates, 0.9, nesterov)
        two = keras_form(rates, 0.9, nesterov)
        print(f"{name}, nesterov {nesterov}: {one:.4f} {two:.4f}")
