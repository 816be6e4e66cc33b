import torch
from torch.nn.utils import clip_grad_norm_

generator = torch.nn.Linear(1, 1, bias=False)
critic = torch.nn.Linear(1, 1, bias=False)
for model in (generator, critic):
    torch.nn.init.zeros_(model.weight)
opt_g = torch.optim.SGD(generator.parameters(), lr=1.0)
opt_c = torch.optim.SGD(critic.parameters(), lr=1.0)
for real in [torch.tensor([[50.0]])]:
    opt_c.zero_grad()
    loss = -critic(real).mean()
    loss.backward()
    clip_grad_norm_(generator.parameters(), 1.0)
    opt_c.step()
    print(f"length of the update: {critic.weight.norm().item():.1f}")
