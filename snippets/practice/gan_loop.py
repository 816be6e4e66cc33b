# --8<-- [start:build]
import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits as bce

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)  # (1)!
g = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1))
d = nn.Sequential(nn.Linear(1, 8), nn.LeakyReLU(0.2), nn.Linear(8, 1))
opt_d = torch.optim.Adam(d.parameters(), lr=0.02, betas=(0.5, 0.999))
opt_g = torch.optim.Adam(g.parameters(), lr=0.02, betas=(0.5, 0.999))
scaler = torch.amp.GradScaler("cpu")
taken = []
opt_d.register_step_post_hook(lambda *_: taken.append("D"))  # (2)!
opt_g.register_step_post_hook(lambda *_: taken.append("G"))
real_label, fake_label = torch.ones(64, 1), torch.zeros(64, 1)
# --8<-- [end:build]
# --8<-- [start:loop]
for step in range(301):
    taken.clear()
    real = 3 + 0.5 * torch.randn(64, 1)
    fake = g(torch.randn(64, 2))

    opt_d.zero_grad()  # (1)!
    on_real = bce(d(real), real_label)
    on_fake = bce(d(fake.detach()), fake_label)  # (2)!
    scaler.scale(on_real + on_fake).backward()
    scaler.step(opt_d)

    opt_g.zero_grad()
    loss_g = bce(d(fake), real_label)  # (3)!
    if step == 10:
        loss_g = loss_g * float("inf")  # an overflow, on purpose
    scaler.scale(loss_g).backward()
    scaler.step(opt_g)

    scaler.update()  # (4)!
    if step in (0, 10, 300):
        mean, spread = fake.mean().item(), fake.std().item()
        print(f"step {step:3} fakes {mean:5.2f} +- {spread:.2f}", end=" ")
        print("steps taken:", *taken, f"scale {scaler.get_scale():g}")
# --8<-- [end:loop]
