import math

import torch

rules = {
    "SGD": (torch.optim.SGD, {}),
    "momentum=0.9": (torch.optim.SGD, {"momentum": 0.9}),
    "weight_decay=0.5": (torch.optim.SGD, {"weight_decay": 0.5}),
    "Adam": (torch.optim.Adam, {}),
}
for name, (rule, options) in rules.items():
    angles = []
    for max_norm in (math.inf, 1.0):
        w = torch.nn.Parameter(torch.tensor([1.0, 1.0]))
        optimizer = rule([w], lr=0.1, **options)
        for gradient in ([1.0, 0.0], [3.0, 4.0]):
            before = w.detach().clone()
            w.grad = torch.tensor(gradient)
            torch.nn.utils.clip_grad_norm_([w], max_norm)
            optimizer.step()
        x, y = (w.detach() - before).tolist()
        angles.append(f"{math.degrees(math.atan2(y, x)):.1f}")
    print(f"{name:16} not clipped {angles[0]:>7}, clipped {angles[1]:>7}")
