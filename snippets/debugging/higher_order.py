import torch

x = torch.tensor(2.0, requires_grad=True)
(first,) = torch.autograd.grad(x**4, x, create_graph=True)  # (1)!
(second,) = torch.autograd.grad(first, x, create_graph=True)
(third,) = torch.autograd.grad(second, x)
print(first.item(), second.item(), third.item())

(first,) = torch.autograd.grad(x**4, x)
try:
    torch.autograd.grad(first, x)
except RuntimeError as error:
    print(f"RuntimeError: {error}")
