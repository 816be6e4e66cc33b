import torch

w = torch.tensor([0.0, 0.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
scaler = torch.amp.GradScaler("cpu", init_scale=256.0)
scaler.scale((w * torch.tensor([3.0, 4.0])).sum()).backward()
print("norm:", torch.nn.utils.clip_grad_norm_([w], 1.0).item())
scaler.step(optimizer)
print("w:", [round(v, 6) for v in w.tolist()])
print("length of the step:", round(w.detach().norm().item(), 6))
