# --8<-- [start:warning]
import warnings

import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
h = w * 3
(h * h).sum().backward()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print("h.grad:", h.grad)
print("UserWarning:", str(caught[0].message).split(" (Triggered")[0])
# --8<-- [end:warning]

# --8<-- [start:retain]
w.grad = None
h = w * 3
h.retain_grad()  # (1)!
(h * h).sum().backward()
print("h.grad:", h.grad)
print("w.grad:", w.grad)
print("h is a leaf:", h.is_leaf)
# --8<-- [end:retain]
