import torch
from torch.nn.functional import cross_entropy, mse_loss

w = torch.ones(3, requires_grad=True)
target, classes = torch.zeros(3), torch.tensor([0, 1])
for name, loss in (
    ("a loss by hand", (w - target) ** 2),
    ('reduction="none"', mse_loss(w, target, reduction="none")),
    (
        "one loss per sample",
        cross_entropy(w.expand(2, 3), classes, reduction="none"),
    ),
    ("losses in one tensor", torch.stack([w.sum(), w.mean()])),
    ("a mean over one dimension", w.view(1, 3).mean(dim=0)),
    ("fixed", mse_loss(w, target)),
):
    try:
        loss.backward(retain_graph=True)
        print(f"{name}: runs")
    except RuntimeError as error:
        print(f"{name}: {type(error).__name__}, shape {tuple(loss.shape)}")
