import torch

x = torch.tensor(3.0, requires_grad=True)
(5 * x - x**2).backward()
print("at 3  :", x.grad.item())

x = torch.tensor(2.5, requires_grad=True)
(5 * x - x**2).backward()
print("at 2.5:", x.grad.item())
