import torch

body = torch.nn.Linear(2, 2)
head = torch.nn.Linear(2, 1)
optimizer = torch.optim.SGD(
    [
        {"params": body.parameters()},
        {"params": head.parameters(), "lr": 0.5},  # (1)!
    ],
    lr=0.125,  # (2)!
    momentum=0.9,
)
for group in optimizer.param_groups:
    print(
        f"{len(group['params'])} tensors,",
        f"lr {group['lr']}, momentum {group['momentum']}",
    )
