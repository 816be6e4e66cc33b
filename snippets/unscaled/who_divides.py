import torch

for options in ({}, {"foreach": True}, {"fused": True}, {"maximize": True}):
    w = torch.tensor([1.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.5, weight_decay=0.5, **options)
    (2 * w).sum().backward()
    optimizer.step()
    print(options, "-> .grad after step():", w.grad.item())

w = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5, weight_decay=0.5)
scaler = torch.amp.GradScaler("cpu", init_scale=1024.0)
scaler.scale((2 * w).sum()).backward()
before = w.grad.item()
scaler.step(optimizer)  # (1)!
print("GradScaler:", before, "-> .grad after step():", w.grad.item())
