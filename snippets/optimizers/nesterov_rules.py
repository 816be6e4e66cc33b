import torch

w = torch.zeros(1, requires_grad=True)
for options in (
    {"nesterov": True},
    {"nesterov": True, "momentum": 0.9, "dampening": 0.1},
    {"nesterov": True, "momentum": 0.9},
    {"momentum": 1.5},  # (1)!
    {"momentum": -0.5},
):
    try:
        torch.optim.SGD([w], lr=0.1, **options)
        print(options, "accepted")
    except ValueError as error:
        print(options, f"ValueError: {error}")
