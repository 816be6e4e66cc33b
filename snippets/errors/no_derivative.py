import torch
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.nn.functional import scaled_dot_product_attention

a = torch.ones(1, requires_grad=True)
try:
    torch.igamma(a, torch.ones(1)).sum().backward()
except NotImplementedError as error:
    print(f"NotImplementedError: {error}")

q = torch.ones(1, 1, 2, 2, requires_grad=True)


def second(q):
    out = scaled_dot_product_attention(q, q, q).square().sum()
    (g,) = torch.autograd.grad(out, q, create_graph=True)
    g.square().sum().backward()


try:
    second(q)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")

with sdpa_kernel(SDPBackend.MATH):
    second(q)
print("fixed:", tuple(q.grad.shape))
