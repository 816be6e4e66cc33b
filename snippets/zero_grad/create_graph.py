import warnings

import torch

w = torch.tensor(2.0, requires_grad=True)
(3 * w).backward()
kept = w.grad
with warnings.catch_warnings(record=True) as caught:  # (1)!
    warnings.simplefilter("always")
    (w**2).backward(create_graph=True)
print("kept:", kept.item(), "| now in .grad:", w.grad.item())
print("same tensor object:", kept is w.grad)
print(".grad has a grad_fn:", w.grad.grad_fn is not None)
print(str(caught[0].message).split(" which")[0])
w.grad = None  # (2)!
