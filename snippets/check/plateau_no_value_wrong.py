import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
scheduler = ReduceLROnPlateau(optimizer, patience=0)
try:
    for epoch in range(4):
        loss = (w**2 * 0).sum() + 1
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()
        print(f"epoch {epoch}: lr {optimizer.param_groups[0]['lr']:g}")
except TypeError as error:
    print(f"TypeError: {error}")
