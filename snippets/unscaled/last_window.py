# --8<-- [start:left]
import torch

batches = [1.0, 2.0, 3.0, 4.0, 5.0]
w = torch.tensor(0.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
for epoch in range(2):
    for i, g in enumerate(batches, 1):
        (g * w / 2).backward()
        if i % 2 == 0:
            print(f"epoch {epoch}, after {i}: {w.grad.item()}")
            optimizer.step()
            optimizer.zero_grad()
# --8<-- [end:left]
# --8<-- [start:flush]
for epoch in range(2):
    optimizer.zero_grad()
    for start in range(0, len(batches), 2):
        window = batches[start : start + 2]
        for g in window:
            (g * w / len(window)).backward()  # (1)!
        print(f"epoch {epoch}, window {window}: {w.grad.item()}")
        optimizer.step()
        optimizer.zero_grad()
# --8<-- [end:flush]
