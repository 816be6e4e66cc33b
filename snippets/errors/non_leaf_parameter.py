import torch

w = torch.ones(1, requires_grad=True) * 0.5
try:
    torch.optim.SGD([w], lr=0.5)
except ValueError as error:
    print(f"ValueError: {error}")

w = (torch.ones(1) * 0.5).requires_grad_()
optimizer = torch.optim.SGD([w], lr=0.5)
print("fixed: w.is_leaf =", w.is_leaf)
