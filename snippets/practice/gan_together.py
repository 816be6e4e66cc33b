import torch

g = torch.nn.Parameter(torch.tensor(1.0))
d = torch.nn.Parameter(torch.tensor(2.0))
opt_g = torch.optim.SGD([g], lr=0.5)
opt_d = torch.optim.SGD([d], lr=0.5)
scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
real, noise = 3.0, 1.0

opt_d.zero_grad()
opt_g.zero_grad()
fake = g * noise
loss_d = d * fake.detach() - d * real
loss_g = -d * fake
scaler.scale(loss_d).backward(inputs=[d])  # (1)!
scaler.scale(loss_g).backward(inputs=[g])
scaler.step(opt_d)
scaler.step(opt_g)
scaler.update()
print("d.grad", d.grad.item(), "g.grad", g.grad.item())
print("d", d.item(), "g", g.item())
