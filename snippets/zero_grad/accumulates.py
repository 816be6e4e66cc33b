# --8<-- [start:first]
import torch

w = torch.tensor(2.0, requires_grad=True)
print("before any backward:", w.grad)
for k in range(3):
    loss = 3 * w  # (1)!
    loss.backward()  # (2)!
    print("after backward", k + 1, ":", w.grad.item())
# --8<-- [end:first]
# --8<-- [start:reset]
w.grad = None  # (1)!
(3 * w).backward()
print("after reset and backward:", w.grad.item())
# --8<-- [end:reset]
# --8<-- [start:inplace]
kept = w.grad  # (1)!
(3 * w).backward()
print("the kept gradient:", kept.item())
print("same tensor object:", kept is w.grad)
# --8<-- [end:inplace]
