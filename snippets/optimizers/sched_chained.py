import torch
from torch.optim import lr_scheduler as S

documented = S.ChainedScheduler.__doc__.splitlines()
print([line.split("# ")[1] for line in documented if "epoch == 0" in line])

optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.05)
constant = S.ConstantLR(optimizer, factor=0.1, total_iters=20)
exponential = S.ExponentialLR(optimizer, gamma=0.9)
scheduler = S.ChainedScheduler([constant, exponential])  # (1)!
for epoch in range(22):
    if epoch in (0, 1, 2, 19, 20, 21):
        print(epoch, f"{optimizer.param_groups[0]['lr']:.5f}")
    optimizer.step()
    scheduler.step()
