import torch

w = torch.ones(1, requires_grad=True)
try:
    torch.optim.SGD([w], lr=0.5, decay=0.1)
except TypeError as error:
    print(f"TypeError: {error}")

optimizer = torch.optim.SGD([w], lr=0.5)
scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.5)
optimizer.step()
scheduler.step()
print("fixed: lr =", scheduler.get_last_lr())
