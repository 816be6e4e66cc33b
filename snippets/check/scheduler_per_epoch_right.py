import torch

epochs, loader = 3, [torch.ones(1)] * 4
w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = torch.optim.lr_scheduler.OneCycleLR(
    optimizer, max_lr=1.0, epochs=epochs, steps_per_epoch=len(loader)
)
for epoch in range(epochs):
    for x in loader:
        optimizer.zero_grad()
        (x * w).sum().backward()
        optimizer.step()
        scheduler.step()
    print(f"epoch {epoch}: lr {optimizer.param_groups[0]['lr']:.4f}")
