import torch

x = torch.tensor(3.0, requires_grad=True)
z = x + x
z.backward()
z.backward()
print("x + x:", x.grad.item())

y = x**2
print("saved by x**2:", y.grad_fn._saved_self)  # (1)!
y.backward()
try:
    print(y.grad_fn._saved_self)
except RuntimeError as error:
    print(str(error).split(" (")[0])
