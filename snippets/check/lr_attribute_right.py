import torch

w = torch.tensor([8.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
for step in range(4):
    if step == 2:
        optimizer.param_groups[0]["lr"] = 0.25
    optimizer.zero_grad()
    w.sum().backward()
    optimizer.step()
    print(f"step {step}: w {w.item()}")
