import torch

for make in (torch.optim.Adadelta, torch.optim.Adam, torch.optim.SGD):
    moved = []
    for scale in (1.0, 1000.0):  # (1)!
        w = torch.full((1,), scale, dtype=torch.float64, requires_grad=True)
        optimizer = make(
            [w], lr=1.0 if make is torch.optim.Adadelta else 0.1
        )
        for _ in range(1000):
            optimizer.zero_grad()
            ((w / scale) ** 2 / 2).sum().backward()
            optimizer.step()
        moved.append(round(w.item() / scale, 4))
    print(make.__name__, moved)
