import torch

w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.Adam([w], lr=0.5)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1, gamma=0.5)
for epoch in range(3):
    print(
        f"epoch {epoch}: trained with lr", optimizer.param_groups[0]["lr"]
    )
    optimizer.zero_grad()
    (w**2 / 2).sum().backward()
    optimizer.step()
    scheduler.step()
print("rate of the scheduler:", scheduler.get_last_lr())
