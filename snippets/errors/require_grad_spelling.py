import torch

try:
    w = torch.tensor([5.0], require_grad=True)
except TypeError as error:
    print(f"TypeError: {error}")

w = torch.tensor([5.0])
w.require_grad = True
print("no error, but w.requires_grad =", w.requires_grad)

w = torch.tensor([5.0], requires_grad=True)
print("fixed: w.requires_grad =", w.requires_grad)
