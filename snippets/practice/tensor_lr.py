# --8<-- [start:shared]
import torch


def rates(lr):
    a, b = (
        torch.nn.Parameter(torch.ones(1)),
        torch.nn.Parameter(torch.ones(1)),
    )
    groups = [{"params": [a]}, {"params": [b]}]
    optimizer = torch.optim.SGD(groups, lr=lr)
    halve_first = [lambda step: 0.5**step, lambda step: 1.0]  # (1)!
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, halve_first)
    for _ in range(3):
        optimizer.step()
        scheduler.step()
    return [
        round(float(group["lr"]), 4) for group in optimizer.param_groups
    ]


print("lr is a number:", rates(0.5))
print("lr is a tensor:", rates(torch.tensor(0.5)))
# --8<-- [end:shared]
# --8<-- [start:log]
w = torch.nn.Parameter(torch.ones(1))
optimizer = torch.optim.SGD([w], lr=torch.tensor(0.5))
scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.5)
log = []
for _ in range(3):
    log.append(optimizer.param_groups[0]["lr"])  # (1)!
    optimizer.step()
    scheduler.step()
print(log)
# --8<-- [end:log]
# --8<-- [start:errors]
w.grad = torch.ones(1)
torch.optim.SGD([w], lr=torch.tensor(0.1), foreach=True).step()
print("SGD with a tensor and foreach: runs")
for options in (
    {"lr": torch.tensor([0.1, 0.2])},
    {"lr": torch.tensor(0.1), "foreach": True},
    {"capturable": True},
):
    try:
        torch.optim.Adam([w], **options).step()
    except (ValueError, AssertionError) as error:
        print(f"{type(error).__name__}: {str(error)[:76]}")
# --8<-- [end:errors]
