import torch
from torch.optim import lr_scheduler as S

optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
warmup = S.LinearLR(optimizer, 0.5, total_iters=2)
plateau = S.ReduceLROnPlateau(optimizer)
for combine in (
    lambda: S.SequentialLR(optimizer, [warmup, plateau], [2]),
    lambda: S.ChainedScheduler([warmup, plateau]),
):
    try:
        combine()
    except ValueError as error:
        print(f"ValueError: {error}")

for epoch, loss in enumerate([3.0, 2.0, 1.0]):
    optimizer.step()
    warmup.step() if epoch < 2 else plateau.step(loss)
print("fixed: lr", optimizer.param_groups[0]["lr"])
