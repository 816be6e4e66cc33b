import torch
from torch.nn import functional as F

x = torch.arange(12.0).view(4, 3) / 8  # four samples, three outputs
logs, target = x.log_softmax(1), torch.full((4, 3), 1 / 3)
classes = torch.tensor([0, 1, 1, 1])


def ratio(name, loss, mean="mean"):
    print(f"{name}: {(loss('sum') / loss(mean)).item():.4f}")


bce = F.binary_cross_entropy_with_logits
images = torch.zeros(2, 3, 4, 4), torch.zeros(2, 4, 4, dtype=torch.long)
ratio("kl_div, mean", lambda r: F.kl_div(logs, target, reduction=r))
ratio(
    "kl_div, batchmean",
    lambda r: F.kl_div(logs, target, reduction=r),
    "batchmean",
)
ratio("bce with logits", lambda r: bce(x, target, reduction=r))
ratio(
    "multi_margin_loss",
    lambda r: F.multi_margin_loss(x, classes, reduction=r),
)
three = torch.tensor([3.0, 1.0, 1.0, 1.0]).view(4, 1).expand(4, 3)
for name in ("mse_loss", "huber_loss"):
    loss = getattr(F, name)
    ratio(
        f"{name} with weight",
        lambda r, loss=loss: loss(x, 0 * x, reduction=r, weight=three),
    )
ratio("triplet", lambda r: F.triplet_margin_loss(x, -x, x + 1, reduction=r))
ratio(
    "cross_entropy of 2 images",
    lambda r: F.cross_entropy(*images, reduction=r),
)
