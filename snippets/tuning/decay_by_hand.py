import torch
from torch.optim.lr_scheduler import LambdaLR

shares = [1.0, 1.0, 0.5, 0.25]


def train(keep_product):
    w = torch.nn.Parameter(torch.ones(1))
    optimizer = torch.optim.AdamW([w], lr=0.5, weight_decay=0.5)
    scheduler = LambdaLR(optimizer, lambda k: shares[min(k, 3)])
    group = optimizer.param_groups[0]
    for _ in range(4):
        if keep_product:
            group["weight_decay"] = 0.25 / group["lr"]  # (1)!
        before = w.item()
        w.grad = torch.zeros(1)
        optimizer.step()
        print(
            group["lr"], group["weight_decay"], "factor", w.item() / before
        )
        scheduler.step()


train(keep_product=False)
print("now both")
train(keep_product=True)
