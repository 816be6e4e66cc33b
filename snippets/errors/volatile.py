import warnings

import torch

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    x = torch.autograd.Variable(torch.ones(1), volatile=True)
text = str(caught[0].message).split(" (Triggered internally")[0]
print(f"UserWarning: {text}")
print("type:", type(x).__name__)

w = torch.ones(1, requires_grad=True)
with torch.no_grad():
    y = w * 2
print("fixed: y.requires_grad =", y.requires_grad)
