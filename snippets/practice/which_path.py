import inspect

import torch
from torch import optim

words = ("foreach", "fused", "capturable", "differentiable")
for name in sorted(vars(optim)):
    kind = getattr(optim, name)
    if not inspect.isclass(kind) or kind is optim.Optimizer:
        continue
    known = inspect.signature(kind).parameters
    print(f"{name:11}", *[word for word in words if word in known] or "-")

w = torch.nn.Parameter(torch.ones(1))
for kind, options in (
    (optim.Adam, {"fused": True, "foreach": True}),
    (optim.Adam, {"fused": True, "differentiable": True}),
    (optim.RMSprop, {"fused": True}),
):
    try:
        kind([w], **options)
    except (RuntimeError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
