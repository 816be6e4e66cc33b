import torch
from torch.optim import lr_scheduler as S

groups = [{"params": [torch.zeros(1)]}, {"params": [torch.zeros(1)]}]
optimizer = torch.optim.SGD(groups, lr=1.0)
for build in (
    lambda: S.OneCycleLR(optimizer, max_lr=[1.0], total_steps=5),
    lambda: S.LambdaLR(optimizer, [lambda t: 1.0] * 3),
    lambda: S.ReduceLROnPlateau(optimizer, min_lr=[0.1]),
):
    try:
        build()
    except ValueError as error:
        print(f"ValueError: {error}")

S.LambdaLR(optimizer, [lambda t: 1.0] * 2)
print("fixed: one entry for each of", len(optimizer.param_groups), "groups")
