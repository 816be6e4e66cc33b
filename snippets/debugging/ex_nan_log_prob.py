import torch
from torch.nn import functional as F

logit = torch.tensor(120.0, requires_grad=True)
target = torch.tensor(0.0)
for name, loss in (
    ("by hand", -torch.log(1 - torch.sigmoid(logit))),
    ("with logits", F.binary_cross_entropy_with_logits(logit, target)),
):
    logit.grad = None
    loss.backward()
    print(f"{name}: loss {loss.item()}, gradient {logit.grad.item()}")
