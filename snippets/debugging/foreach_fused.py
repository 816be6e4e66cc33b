import torch


def train(**kwargs):
    torch.manual_seed(0)
    w = torch.randn(8, 8, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.AdamW([w], lr=0.01, **kwargs)
    for _ in range(20):
        optimizer.zero_grad()
        w.square().sum().backward()
        optimizer.step()
    return w.detach()


loop = train(foreach=False, fused=False)
for kwargs in [{}, {"foreach": True}, {"fused": True}]:  # (1)!
    difference = (train(**kwargs) - loop).abs().max().item()
    print(kwargs, "differs by less than 1e-12:", difference < 1e-12)
try:
    train(foreach=True, fused=True)
except RuntimeError as error:
    print(f"RuntimeError: {error}")
