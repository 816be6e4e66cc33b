import torch
from torch.nn.functional import cross_entropy

weight = torch.tensor([1.0, 9.0])
logits = torch.zeros(4, 2)
index = torch.tensor([0, 0, 0, 1])
one_hot = torch.eye(2)[index]
for name, target in (("index", index), ("one-hot", one_hot)):
    total = cross_entropy(logits, target, weight, reduction="sum")
    mean = cross_entropy(logits, target, weight)
    print(f"{name}: sum / mean = {(total / mean).item():.4f}")
