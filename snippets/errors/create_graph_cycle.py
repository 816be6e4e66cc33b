import warnings

import torch

w = torch.ones(1, requires_grad=True)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    (w**2).sum().backward(create_graph=True)
text = str(caught[0].message).split(" (Triggered internally")[0]
print(f"UserWarning: {text}")
w.grad = None

(grad,) = torch.autograd.grad((w**2).sum(), w, create_graph=True)
print("fixed:", grad.tolist(), "w.grad =", w.grad)
