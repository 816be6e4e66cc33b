import torch

layer = torch.nn.Linear(2, 2)
used = layer.parameters()
list(used)  # (1)!
net = torch.nn.Module()
net.layers = [torch.nn.Linear(1, 1)]  # (2)!
w = torch.ones(1, requires_grad=True)

for label, params in [
    ("consumed generator", used),
    ("layers in a plain list", net.parameters()),
    ("bare tensor", w),
    ("dict of names", dict(layer.named_parameters())),
    ("non-leaf tensor", [w * 2]),
    ("one tensor, two groups", [{"params": [w]}, {"params": [w]}]),
    ("set in a group", [{"params": {w}}]),
    ("set", {w}),
    ("no requires_grad", [torch.ones(1)]),
]:
    try:
        torch.optim.SGD(params, lr=0.1)
        print(f"{label}: accepted")
    except (TypeError, ValueError) as error:
        print(f"{label}:\n  {type(error).__name__}: {error}")
