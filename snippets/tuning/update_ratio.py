import torch

torch.manual_seed(0)
x = torch.randn(64, 16, dtype=torch.float64)
y = x[:, :1] * x[:, 1:2]


def ratios(lr):
    torch.manual_seed(0)
    model = torch.nn.Sequential(
        torch.nn.Linear(16, 32), torch.nn.Tanh(), torch.nn.Linear(32, 1)
    ).double()
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    for _ in range(20):
        before = [p.detach().clone() for p in model.parameters()]  # (1)!
        optimizer.zero_grad()
        (model(x) - y).square().mean().backward()
        optimizer.step()
    return [
        f"{((p - old).norm() / old.norm()).item():.0e}"
        for p, old in zip(model.parameters(), before, strict=True)
        if p.dim() == 2
    ]


for lr in (1e-4, 1e-3, 1e-1):
    print(lr, *ratios(lr))
