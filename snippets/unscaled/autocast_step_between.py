from contextlib import nullcontext

import torch


def two_backwards(block):
    a = torch.ones(1, 1, requires_grad=True)
    b = torch.full((1, 1), 3.0, requires_grad=True)
    optimizer = torch.optim.SGD([a, b], lr=0.5)
    with block:
        product = torch.ones(1, 1) @ a @ b
        loss = product.float().sum()
    print("  the graph keeps b in", product.grad_fn._saved_mat2.dtype)
    loss.backward(retain_graph=True)
    optimizer.step()
    optimizer.zero_grad()
    try:
        loss.backward()
        print(f"  b is {b.item()}, gradient of a: {a.grad.item()}")
    except RuntimeError as error:
        print("  RuntimeError:", str(error).split(":")[0])


def autocast(**options):
    return torch.autocast("cpu", torch.bfloat16, **options)


print("float32:")
two_backwards(nullcontext())
print("autocast:")
two_backwards(autocast())
print("autocast without the cache:")
two_backwards(autocast(cache_enabled=False))
