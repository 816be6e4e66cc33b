import torch

w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
try:
    torch.optim.lr_scheduler.StepLR(optimizer, 1, verbose=True)
except TypeError as error:
    print(f"TypeError: {error}")

scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1)
print("fixed: lr =", scheduler.get_last_lr())
