# --8<-- [start:rows]
import torch

x = torch.tensor([2.0, 3.0], requires_grad=True)
y = torch.stack([x[0] * x[1], x[0] ** 2, 4 * x[1]])

for i in range(3):
    v = torch.zeros(3)
    v[i] = 1.0  # (1)!
    (row,) = torch.autograd.grad(y, x, v, retain_graph=True)
    print(f"slopes of y[{i}]:", row.tolist())
# --8<-- [end:rows]

# --8<-- [start:weights]
v = torch.tensor([1.0, 10.0, 100.0])
y.backward(gradient=v, retain_graph=True)  # (1)!
print("backward(gradient=v):", x.grad.tolist())

x.grad = None
(y * v).sum().backward()
print("(y * v).sum()       :", x.grad.tolist())
# --8<-- [end:weights]
