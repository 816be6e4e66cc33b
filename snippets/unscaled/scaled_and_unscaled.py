import torch

w = torch.tensor([3.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
scaler = torch.amp.GradScaler("cpu", init_scale=1024.0)

loss = (2 * w).sum()
scaler.scale(loss).backward()  # (1)!
print("scaled gradient:  ", w.grad.item())

scaler.unscale_(optimizer)  # (2)!
print("unscaled gradient:", w.grad.item())
print("loss:", loss.item(), "scaled:", scaler.scale(loss).item())
