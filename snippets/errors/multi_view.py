import torch

w = torch.ones(2, requires_grad=True)
first, second = (w * 2).unbind()
try:
    first += 1
except RuntimeError as error:
    print(f"RuntimeError: {error}")

first = first + 1
(first + second).backward()
print("fixed: w.grad =", w.grad.tolist())
