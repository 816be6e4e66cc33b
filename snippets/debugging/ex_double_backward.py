import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
v = torch.tensor([1.0, 1.0])
f = w[0] ** 2 * w[1] + w[1] ** 3
(gradient,) = torch.autograd.grad(f, w, create_graph=True)
(product,) = torch.autograd.grad(gradient @ v, w)
print(product.tolist())
