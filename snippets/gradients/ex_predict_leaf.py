import torch

a = torch.zeros(2, requires_grad=True)
b = torch.zeros(2)
c = a + b
d = b + b
e = torch.nn.Linear(2, 1).weight
f = a.view(2)
for name, t in zip("abcdef", (a, b, c, d, e, f), strict=True):
    print(name, "is_leaf", t.is_leaf)
