import torch
from torch.nn.functional import cross_entropy

scores = torch.tensor([[0.0, 0.0], [0.0, 0.0], [0.0, 0.0], [0.0, 0.0]])
targets = torch.tensor([0, 1, 0, -100])  # (1)!
parts = list(zip(scores.split(2), targets.split(2), strict=True))
valid = (targets != -100).sum()
print("valid targets:", [(t != -100).sum().item() for _, t in parts])

bias = torch.zeros(2, requires_grad=True)
cross_entropy(scores + bias, targets).backward()
print("one batch:", [round(g, 4) for g in bias.grad.tolist()])

bias.grad = None
for s, t in parts:
    (cross_entropy(s + bias, t) / len(parts)).backward()
print("mean / 2: ", [round(g, 4) for g in bias.grad.tolist()])

bias.grad = None
for s, t in parts:
    (cross_entropy(s + bias, t, reduction="sum") / valid).backward()
print("sum / 3:  ", [round(g, 4) for g in bias.grad.tolist()])

none = torch.full((2,), -100)
for reduction in ("mean", "sum"):
    loss = cross_entropy(scores[:2], none, reduction=reduction)
    print(f"all ignored, {reduction}: {loss.item()}")
