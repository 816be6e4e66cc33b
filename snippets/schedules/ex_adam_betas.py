import torch

adam = torch.optim.Adam([torch.zeros(1)], lr=0.1, betas=(0.8, 0.99))
torch.optim.lr_scheduler.OneCycleLR(adam, max_lr=0.1, total_steps=10)
print(adam.param_groups[0]["betas"])
