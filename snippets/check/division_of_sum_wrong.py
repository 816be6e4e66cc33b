import torch

criterion = torch.nn.MSELoss(reduction="sum")
y, accum = torch.arange(8.0), 4
for size in (8, 2):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    for i, target in enumerate(y.split(size)):
        loss = criterion(w.expand_as(target), target)
        loss = loss / accum
        loss.backward()
        if (i + 1) % accum == 0 or size == 8:
            print(f"parts of {size}: gradient {w.grad.item():.4f}")
            optimizer.step()
            optimizer.zero_grad()
