import torch
from torch.utils.checkpoint import checkpoint

for use_checkpoint in (False, True):
    layer = torch.nn.BatchNorm1d(1)
    x = torch.tensor([[0.0], [2.0]], requires_grad=True)
    if use_checkpoint:
        y = checkpoint(layer, x, use_reentrant=False)
    else:
        y = layer(x)
    (y * y).sum().backward()
    print(
        f"checkpoint={use_checkpoint}: batches counted",
        layer.num_batches_tracked.item(),
        f"running mean {layer.running_mean.item():.2f}",
    )
