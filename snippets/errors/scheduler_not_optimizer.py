import torch

w = torch.ones(1, requires_grad=True)
try:
    torch.optim.lr_scheduler.StepLR([w], 1)
except TypeError as error:
    print(f"TypeError: {error}")

optimizer = torch.optim.SGD([w], lr=0.5)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1)
print("fixed: lr =", scheduler.get_last_lr())
