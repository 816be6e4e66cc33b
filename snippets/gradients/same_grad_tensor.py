import warnings

import torch

warnings.simplefilter("ignore")
w = torch.tensor(2.0, requires_grad=True)
(w**2).backward()
first = w.grad
(w**2).backward()
print("second backward: same tensor", w.grad is first, first.item())

(w**2).backward(create_graph=True)  # (1)!
print("create_graph   : same tensor", w.grad is first, first.item())
has_graph = w.grad.grad_fn is not None
print("w.grad", w.grad.item(), "has a graph:", has_graph)
