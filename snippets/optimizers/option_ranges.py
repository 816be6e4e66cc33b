import inspect

import torch

optim = torch.optim


def accepted(make, value):
    found = []
    for option, known in inspect.signature(make).parameters.items():
        default, given = known.default, value
        if isinstance(default, tuple) and len(default) == 2:
            default, given = default[1], (default[0], value)  # (1)!
        if type(default) not in (int, float):
            continue
        try:
            make([torch.ones(2, 2, requires_grad=True)], **{option: given})
            found.append(option)
        except ValueError:
            pass
    return found


in_group = []
for value in (-1.0, 1.5):
    for name in sorted(optim.__all__):
        make = getattr(optim, name)
        if not inspect.isclass(make) or make is optim.Optimizer:
            continue
        found = accepted(make, value)
        group = {"params": [torch.ones(2, 2)], "lr": value}
        in_group.append(make([group]).param_groups[0]["lr"])
        if value == 1.5:
            found = [
                word for word in found if word in ("momentum", "alpha")
            ]
        if found:
            print(f"{value} accepted by {name}:", *found)
print("lr -1.0 in a group, accepted by", in_group.count(-1.0), "classes")
