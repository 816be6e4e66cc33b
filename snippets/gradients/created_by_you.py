import torch

scaled = torch.ones(2, requires_grad=True) * 0.5  # (1)!
print("scaled is a leaf:", scaled.is_leaf)

weight = (torch.ones(2) * 0.5).requires_grad_()  # (2)!
constant = torch.ones(2)  # (3)!
print("weight is a leaf:", weight.is_leaf)
print("constant is a leaf:", constant.is_leaf)

(weight * constant * scaled).sum().backward()
print("weight.grad  :", weight.grad)
print("constant.grad:", constant.grad)
