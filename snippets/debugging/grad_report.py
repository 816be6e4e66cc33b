import torch

torch.manual_seed(0)
names = ["used", "cut", "unused", "frozen", "dead"]
net = torch.nn.ModuleDict({n: torch.nn.Linear(2, 1) for n in names})
net["frozen"].requires_grad_(False)

x = torch.ones(1, 2)
loss = net["used"](x).sum() + net["frozen"](x).sum()
loss = loss + net["cut"](x).detach().sum()  # (1)!
loss = loss + (0 * net["dead"](x)).sum()
loss.backward()

for name, p in net.named_parameters():
    if name.endswith("weight"):
        state = "None" if p.grad is None else f"norm {p.grad.norm():.4f}"
        print(f"{name}: {state}, requires_grad={p.requires_grad}")
