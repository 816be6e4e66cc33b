import torch
from torch import nn

model = nn.Sequential(nn.BatchNorm1d(1), nn.Linear(1, 1))
norm = model[0].requires_grad_(False)
x = torch.tensor([[1.0], [3.0]])

model(x)
print("frozen             :", norm.running_mean)
with torch.no_grad():
    model(x)
print("and no_grad()      :", norm.running_mean)
norm.eval()
model(x)
print("norm.eval()        :", norm.running_mean)
model.train()
model(x)
print("after model.train():", norm.running_mean)
