import torch

for lr in (1 / 16, 1 / 8, 1 / 4, 1 / 2):
    w = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    before = (w * 2 - 6) ** 2
    before.backward()
    optimizer.step()
    after = (w * 2 - 6) ** 2
    print(f"lr {lr:6}: w {w.item():3}  loss {before.item()}", end="")
    print(f" -> {after.item()}")
