import warnings

import torch

warnings.simplefilter("ignore")
w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
for epoch in range(3):
    loss = ((w - 1) ** 2 / 2).sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    val_loss = 3.0 - epoch
    scheduler.step()
    print(f"epoch {epoch}: lr {optimizer.param_groups[0]['lr']:g}")
