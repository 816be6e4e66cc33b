import warnings

import torch

w = torch.ones(2, requires_grad=True)
h = w * 2
h.sum().backward()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print("h.grad =", h.grad)
text = str(caught[0].message).split(" (Triggered internally")[0]
print(f"UserWarning: {text}")

h = w * 2
h.retain_grad()
h.sum().backward()
print("fixed: h.grad =", h.grad.tolist())
