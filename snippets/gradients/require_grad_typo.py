import torch

try:
    torch.tensor([5.0], require_grad=True)
except TypeError as error:
    print(f"TypeError: {error}")

w = torch.tensor([5.0])
w.require_grad = True  # (1)!
print("no error, but w.requires_grad is", w.requires_grad)

try:
    w.require_grad_()  # (2)!
except AttributeError as error:
    print(f"AttributeError: {error}")

w.requires_grad_()
print("now w.requires_grad is", w.requires_grad)
