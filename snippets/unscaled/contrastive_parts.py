# --8<-- [start:parts]
import torch
from torch.nn.functional import cross_entropy

torch.manual_seed(0)
left, right = torch.randn(4, 3), torch.randn(4, 3)


def contrast(a, b):  # (1)!
    return cross_entropy(a @ b.T, torch.arange(len(a)))


def encode(w, part=slice(None)):
    return left[part] @ w, right[part] @ w


w = torch.eye(3, requires_grad=True)
contrast(*encode(w)).backward()
print("one batch:   ", [round(g, 4) for g in w.grad[0].tolist()])
w.grad = None
for part in (slice(0, 2), slice(2, 4)):
    (contrast(*encode(w, part)) / 2).backward()
print("two parts:   ", [round(g, 4) for g in w.grad[0].tolist()])
# --8<-- [end:parts]
# --8<-- [start:cached]
w.grad = None
with torch.no_grad():
    a, b = encode(w)  # (1)!
a.requires_grad_()
b.requires_grad_()
contrast(a, b).backward()  # (2)!
for part in (slice(0, 2), slice(2, 4)):
    torch.autograd.backward(encode(w, part), (a.grad[part], b.grad[part]))
print("cached parts:", [round(g, 4) for g in w.grad[0].tolist()])
# --8<-- [end:cached]
