# --8<-- [start:full]
import torch

x = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0, 5.0])
w = torch.tensor(1.0, requires_grad=True)


def squares(part):
    return (w * part - 1) ** 2


squares(x).mean().backward()
print(f"one batch of 6: {w.grad.item():.4f}")
# --8<-- [end:full]
# --8<-- [start:equal]
for divisor in (1, 3):
    w.grad = None
    for part in x.split(2):
        (squares(part).mean() / divisor).backward()
    print(f"2 + 2 + 2, mean / {divisor}: {w.grad.item():.4f}")
# --8<-- [end:equal]
# --8<-- [start:unequal]
w.grad = None
for part in x.split(4):  # (1)!
    (squares(part).mean() / 2).backward()
print(f"4 + 2, mean / 2: {w.grad.item():.4f}")

w.grad = None
for part in x.split(4):
    (squares(part).sum() / len(x)).backward()
print(f"4 + 2, sum / 6:  {w.grad.item():.4f}")
# --8<-- [end:unequal]
