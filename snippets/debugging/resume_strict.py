import torch

w = torch.nn.Parameter(torch.ones(1))
optimizer = torch.optim.SGD([w], lr=1.0)
scheduler = torch.optim.lr_scheduler.ConstantLR(optimizer)
for thing in (optimizer, scheduler):
    try:
        thing.load_state_dict(thing.state_dict(), strict=False)
    except TypeError as error:
        print(f"TypeError: {error}")
