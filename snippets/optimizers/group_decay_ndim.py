# --8<-- [start:one]
import torch

model = torch.nn.Sequential(
    torch.nn.Linear(2, 3), torch.nn.LayerNorm(3), torch.nn.Linear(3, 1)
)


def decay_only_step(optimizer):
    for p in model.parameters():
        torch.nn.init.ones_(p)
        p.grad = torch.zeros_like(p)  # (1)!
    optimizer.step()
    for name, p in model.named_parameters():
        print(f"{name}: ndim {p.ndim}, 1.0 -> {p.mean().item()}")


decay_only_step(
    torch.optim.AdamW(model.parameters(), lr=0.5, weight_decay=0.5)
)
# --8<-- [end:one]
# --8<-- [start:two]
decay = [p for p in model.parameters() if p.ndim >= 2]
no_decay = [p for p in model.parameters() if p.ndim < 2]
groups = [
    {"params": decay, "weight_decay": 0.5},
    {"params": no_decay, "weight_decay": 0.0},  # (1)!
]
decay_only_step(torch.optim.AdamW(groups, lr=0.5))
# --8<-- [end:two]
