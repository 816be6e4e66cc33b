import torch

gamma = 0.01 ** (1 / 50)
optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma)
for _ in range(50):
    optimizer.step()
    scheduler.step()
print(f"gamma {gamma:.4f}, rate {scheduler.get_last_lr()[0]:.4f}")
