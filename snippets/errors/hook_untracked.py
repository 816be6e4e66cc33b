import torch

x = torch.ones(1)
try:
    x.register_hook(print)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

x.requires_grad_()
x.register_hook(lambda grad: print("fixed: hook sees", grad.tolist()))
(x * 2).sum().backward()
