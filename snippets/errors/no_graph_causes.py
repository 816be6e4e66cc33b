import warnings

import torch
from torch.utils.checkpoint import checkpoint

warnings.simplefilter("ignore")
layer = torch.nn.Linear(1, 1)
x = torch.ones(1, 1)


def attempt(name, make):
    try:
        make().backward()
        print(f"{name}: runs")
    except RuntimeError as error:
        print(f"{name}: {type(error).__name__}")


@torch.no_grad()
def evaluate():
    return layer(x).sum()


attempt("a decorated function", evaluate)
attempt("argmax", lambda: layer(x).argmax().float())
attempt("a comparison", lambda: (layer(x) > 0).float().mean())
attempt("rounded to integers", lambda: layer(x).int().sum().float())
attempt("through NumPy", lambda: torch.tensor(layer(x).tolist()).sum())
attempt(
    "reentrant checkpoint, frozen input",
    lambda: checkpoint(layer, x, use_reentrant=True).sum(),
)
layer.requires_grad_(False)
attempt("every parameter frozen", lambda: layer(x).sum())
layer.requires_grad_(True)
with torch.set_grad_enabled(False):
    loss = layer(x).sum()
attempt("set_grad_enabled(False)", lambda: loss)
attempt("fixed", lambda: layer(x).sum())
