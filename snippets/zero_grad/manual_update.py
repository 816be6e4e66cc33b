# --8<-- [start:error]
import warnings

import torch

x, y, lr = torch.ones(4), torch.zeros(3), 0.05
W = torch.ones(4, 3, requires_grad=True)
((x @ W - y) ** 2).sum().backward()
try:
    W -= lr * W.grad.data  # (1)!
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]
# --8<-- [start:rebind]
V = W - lr * W.grad  # (1)!
print("new tensor is a leaf:", V.is_leaf, "| same object:", V is W)
(V**2).sum().backward()
with warnings.catch_warnings(record=True):  # (2)!
    warnings.simplefilter("always")
    print("gradient of the new tensor:", V.grad)
# --8<-- [end:rebind]
# --8<-- [start:correct]
W = torch.ones(4, 3, requires_grad=True)
b = torch.zeros(3, requires_grad=True)
for _ in range(4):
    loss = ((x @ W + b - y) ** 2).sum()
    loss.backward()
    with torch.no_grad():  # (1)!
        W -= lr * W.grad  # (2)!
        b -= lr * b.grad
    W.grad = b.grad = None  # (3)!
    print(f"loss {loss.item():.4f}")
# --8<-- [end:correct]
# --8<-- [start:same]
W2 = torch.ones(4, 3, requires_grad=True)
b2 = torch.zeros(3, requires_grad=True)
optimizer = torch.optim.SGD([W2, b2], lr=lr)
for _ in range(4):
    optimizer.zero_grad()
    ((x @ W2 + b2 - y) ** 2).sum().backward()
    optimizer.step()
print("same W:", torch.allclose(W, W2), "| same b:", torch.allclose(b, b2))
# --8<-- [end:same]
