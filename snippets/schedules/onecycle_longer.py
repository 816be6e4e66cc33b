import torch

OneCycle = torch.optim.lr_scheduler.OneCycleLR
w = torch.nn.Parameter(torch.ones(1))


def rates(optimizer, scheduler, count):
    used = []
    for _ in range(count):
        used.append(round(optimizer.param_groups[0]["lr"], 2))
        optimizer.step()
        scheduler.step()
    return used


optimizer = torch.optim.SGD([w], lr=1.0)
scheduler = OneCycle(optimizer, max_lr=1.0, total_steps=12)
print("12 steps planned:", rates(optimizer, scheduler, 10)[3:])

optimizer = torch.optim.SGD([w], lr=1.0)
scheduler = OneCycle(optimizer, max_lr=1.0, total_steps=6)
rates(optimizer, scheduler, 3)
saved = optimizer.state_dict(), scheduler.state_dict()

for total in (None, 12):
    optimizer = torch.optim.SGD([w], lr=1.0)
    scheduler = OneCycle(optimizer, max_lr=1.0, total_steps=12)
    optimizer.load_state_dict(saved[0])
    scheduler.load_state_dict(saved[1])
    if total:
        scheduler.total_steps = total  # (1)!
    try:
        print("attribute set:   ", rates(optimizer, scheduler, 7))
    except ValueError as error:
        print(f"ValueError: {error}")

optimizer = torch.optim.SGD([w], lr=1.0)
optimizer.load_state_dict(saved[0])  # (2)!
last = saved[1]["last_epoch"] - 1
scheduler = OneCycle(optimizer, max_lr=1.0, total_steps=12, last_epoch=last)
print("built for 12:    ", rates(optimizer, scheduler, 7))
