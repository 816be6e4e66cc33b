import warnings

import torch

w = torch.ones(1, requires_grad=True)
loss = (w * 2).sum()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    copy = torch.tensor(loss, requires_grad=True)
print(f"UserWarning: {caught[0].message}")
copy.backward()
print("no error, but w.grad =", w.grad)

loss.backward()
print("fixed: w.grad =", w.grad.tolist())
