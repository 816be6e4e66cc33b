import torch
from torch.optim.lr_scheduler import OneCycleLR

torch.manual_seed(0)
x = torch.randn(64, 4, dtype=torch.float64)
y = x @ torch.tensor([1.0, -2.0, 3.0, 0.5], dtype=torch.float64)


def loss_after(max_lr, **options):
    w = torch.zeros(4, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = OneCycleLR(optimizer, max_lr, total_steps=40, **options)
    for _ in range(40):
        optimizer.zero_grad()
        loss = ((x @ w - y) ** 2).mean()  # (1)!
        loss.backward()
        optimizer.step()
        scheduler.step()
    return f"{loss.item():.4f}"


for max_lr in (0.5, 0.25):
    print(f"max_lr {max_lr}: as it is", loss_after(max_lr), end=", ")
    print("without momentum", loss_after(max_lr, cycle_momentum=False))
