import torch


def build(t_max):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.ones(1))], lr=1.0)
    cosine = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, t_max)
    return optimizer, cosine


def rates(optimizer, schedule, steps):
    used = []
    for _ in range(steps):
        used.append(round(schedule.get_last_lr()[0], 4))
        optimizer.step()
        schedule.step()
    return used


old, old_schedule = build(t_max=4)
print("first run:", rates(old, old_schedule, 2))
for repair in (False, True):
    new, schedule = build(t_max=8)  # (1)!
    new.load_state_dict(old.state_dict())
    schedule.load_state_dict(old_schedule.state_dict())
    if repair:
        schedule.T_max = 8  # (2)!
    print("T_max:", schedule.T_max, rates(new, schedule, 6))
