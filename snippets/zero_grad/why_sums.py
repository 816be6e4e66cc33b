# --8<-- [start:losses]
import torch

w = torch.tensor(2.0, requires_grad=True)
(w**2).backward()
(3 * w).backward()
print("two losses, two backward calls:", w.grad.item())

w.grad = None
(w**2 + 3 * w).backward()
print("sum of losses, one backward   :", w.grad.item())
# --8<-- [end:losses]
# --8<-- [start:uses]
w.grad = torch.tensor(100.0)  # (1)!
loss = w * w + 3 * w  # (2)!
(gradient,) = torch.autograd.grad(loss, w)
print("three uses of w in one graph  :", gradient.item())
print(".grad is still                :", w.grad.item())
# --8<-- [end:uses]
