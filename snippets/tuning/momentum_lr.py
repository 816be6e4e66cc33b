import torch

h = torch.tensor([1.0, 50.0], dtype=torch.float64)


def steps(lr, momentum):
    w = torch.tensor([10.0, 1.0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr, momentum=momentum)
    last = 0
    for step in range(1, 3001):
        optimizer.zero_grad()
        loss = (h * w**2).sum() / 2
        if not loss < 1e6:
            return "diverges"
        if loss > 1e-3:
            last = step
        loss.backward()
        optimizer.step()
    return last


for momentum in (0.0, 0.5, 0.9, 0.99):
    kept = steps(0.02, momentum)
    scaled = steps(0.02 * (1 - momentum), momentum)
    print(f"momentum {momentum}: lr 0.02 {kept}, lr scaled {scaled}")
