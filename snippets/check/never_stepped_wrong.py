import torch

generator = torch.nn.Linear(1, 1, bias=False)
critic = torch.nn.Linear(1, 1, bias=False)
for model in (generator, critic):
    torch.nn.init.constant_(model.weight, 2.0)
opt_g = torch.optim.SGD(generator.parameters(), lr=0.1)
opt_c = torch.optim.SGD(critic.parameters(), lr=0.1)
x = torch.ones(1, 1)
for _ in range(3):
    opt_c.zero_grad()
    opt_g.zero_grad()
    loss = critic(generator(x)).mean()
    loss.backward()
    opt_c.step()
    print(f"generator {generator.weight.item():.4f}", end=", ")
    print(f"critic {critic.weight.item():.4f}")
