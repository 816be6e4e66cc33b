import warnings

import torch

w = torch.tensor(2.0, requires_grad=True)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    (w**3).backward(create_graph=True)
print(str(caught[0].message).split(" (Triggered")[0])
print("w.grad has a graph:", w.grad.grad_fn is not None)

(slope,) = torch.autograd.grad(w**3, w, create_graph=True)  # (1)!
(curvature,) = torch.autograd.grad(slope, w)
print("slope", slope.item(), "curvature", curvature.item())
