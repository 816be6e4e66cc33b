import torch

w = torch.nn.Parameter(torch.ones(1))
old = torch.optim.SGD([w], lr=1.0)
old_schedule = torch.optim.lr_scheduler.StepLR(old, 2, gamma=0.5)
new = torch.optim.SGD([w], lr=0.125)
schedule = torch.optim.lr_scheduler.StepLR(new, 2, gamma=0.5)
new.load_state_dict(old.state_dict())
schedule.load_state_dict(old_schedule.state_dict())
for group in new.param_groups:
    group["lr"] = group["initial_lr"] = 0.125
schedule.base_lrs = [0.125]
for _ in range(4):
    print(new.param_groups[0]["lr"], end=" ")
    new.step()
    schedule.step()
print()
