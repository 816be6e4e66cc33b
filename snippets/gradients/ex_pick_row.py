import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = torch.stack([x[0] + x[1], x[0] * x[1], x[1] ** 2])

y.backward(gradient=torch.tensor([0.0, 1.0, -1.0]))
print("gradient=v:", x.grad.tolist())

x.grad = None
(x[0] * x[1] - x[1] ** 2).backward()
print("y[1] - y[2]:", x.grad.tolist())
