import torch

StepLR = torch.optim.lr_scheduler.StepLR
w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
try:
    StepLR(optimizer, 1, last_epoch=3)
except KeyError as error:
    print(f"KeyError: {error}")

scheduler = StepLR(optimizer, 1, gamma=0.5)
optimizer.step()
scheduler.step()
saved = optimizer.state_dict(), scheduler.state_dict()
optimizer = torch.optim.SGD([w], lr=1.0)
scheduler = StepLR(optimizer, 1, gamma=0.5)
optimizer.load_state_dict(saved[0])
scheduler.load_state_dict(saved[1])
print("fixed:", scheduler.last_epoch, scheduler.get_last_lr())
