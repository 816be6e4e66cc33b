import torch

w = torch.ones(1, requires_grad=True)
x = torch.ones(1)
try:
    torch.autograd.grad((w * x).sum(), [x])
except RuntimeError as error:
    print(f"RuntimeError: {error}")

x.requires_grad_()
(grad,) = torch.autograd.grad((w * x).sum(), [x])
print("fixed:", grad.tolist())
