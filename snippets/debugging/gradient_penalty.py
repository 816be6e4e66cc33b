import warnings

import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
loss = w.square().sum()
(g,) = torch.autograd.grad(loss, w, create_graph=True)  # (1)!
total = loss + 0.5 * g.square().sum()
total.backward()
print("w.grad:", w.grad.tolist())
print("2w + 4w:", (6 * w).tolist())

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    w.square().sum().backward(create_graph=True)
print(str(caught[0].message).split(". ")[0])
w.grad = None
