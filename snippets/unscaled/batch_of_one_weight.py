import torch
from torch.nn.functional import cross_entropy

logits = torch.zeros(1, 2)
for smoothing in (0.0, 0.1):
    print("label_smoothing", smoothing)
    for weight in (None, torch.tensor([1.0, 9.0])):
        losses = []
        for target in (0, 1):
            loss = cross_entropy(
                logits,
                torch.tensor([target]),
                weight,
                label_smoothing=smoothing,
            )
            losses.append(round(loss.item(), 4))
        print(
            "  weights:",
            weight if weight is None else weight.tolist(),
            losses,
        )
