import torch

w = torch.nn.Parameter(torch.tensor([3.0]))
w.register_hook(lambda g: print("hook: g =", g.item()))
optimizer = torch.optim.SGD([w], lr=0.1)
scaler = torch.amp.GradScaler("cpu", init_scale=1024.0)
scaler.scale((2 * w).sum()).backward()
print("after backward(): .grad =", w.grad.item())
scaler.unscale_(optimizer)  # (1)!
print("after unscale_(): .grad =", w.grad.item())
