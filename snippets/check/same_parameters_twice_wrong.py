import torch

torch.manual_seed(0)
x = torch.ones(1, 1)
actor = torch.nn.Linear(1, 1)
critic = torch.nn.Linear(1, 1)
actor_optimizer = torch.optim.SGD(actor.parameters(), lr=0.1)
critic_optimizer = torch.optim.SGD(actor.parameters(), lr=0.1)
start = critic.weight.item()
for step in range(3):
    critic_optimizer.zero_grad()
    critic(x).square().sum().backward()
    critic_optimizer.step()
    actor_optimizer.zero_grad()
    actor(x).square().sum().backward()
    actor_optimizer.step()
    moved = critic.weight.item() - start
    print(f"step {step}: critic moved by {moved:.2f}")
