import torch

data = torch.tensor([2.0, 4.0])
weight = torch.tensor([3.0, 3.0], requires_grad=True)

(data * weight).sum().backward()
print("weight.grad:", weight.grad)
print("data.grad  :", data.grad)  # (1)!

data.requires_grad_()
(data * weight).sum().backward()
print("data.grad  :", data.grad)  # (2)!
