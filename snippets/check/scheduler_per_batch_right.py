import torch

loader = [torch.ones(1)] * 4
w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=2)
for epoch in range(3):
    print(f"epoch {epoch}: lr {optimizer.param_groups[0]['lr']:g}")
    for x in loader:
        optimizer.zero_grad()
        (x * w).sum().backward()
        optimizer.step()
    scheduler.step()
