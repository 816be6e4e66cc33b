import torch

w = torch.nn.Parameter(torch.ones(1))
old = torch.optim.AdamW([w], lr=0.5)
new = torch.optim.AdamW(
    [w], lr=0.25, betas=(0.5, 0.5), weight_decay=0.0, foreach=True
)
before = dict(new.param_groups[0])
new.load_state_dict(old.state_dict())
for key, value in new.param_groups[0].items():
    if key != "params" and value != before[key]:
        print(f"{key}: {before[key]} -> {value}")
print("defaults still say lr =", new.defaults["lr"])
