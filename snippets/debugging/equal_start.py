import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(8, 2)
y = x[:, :1] * x[:, 1:]
for start in (0.0, 0.5, None):
    torch.manual_seed(0)
    net = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1))
    for p in net.parameters():
        if start is not None:  # (1)!
            nn.init.constant_(p, start)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
    norms = None
    for _ in range(100):
        optimizer.zero_grad()
        loss = (net(x) - y).square().mean()
        loss.backward()
        norms = norms or [f"{p.grad.norm():.2f}" for p in net.parameters()]
        optimizer.step()
    rows = len(net[0].weight.detach().round(decimals=4).unique(dim=0))
    print(f"{start}: first norms", *norms, end=", ")
    print(f"loss {loss.item():.4f}, different units {rows}")
