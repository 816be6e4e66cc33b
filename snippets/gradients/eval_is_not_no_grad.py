import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(1, 1), nn.Dropout(0.5))
dropout = model[1]
x = torch.ones(1, 1)

model.eval()
print("eval   : records", model(x).requires_grad, end="  ")
print("dropout", dropout.training)

model.train()
with torch.no_grad():
    print("no_grad: records", model(x).requires_grad, end="  ")
print("dropout", dropout.training)

model.eval()
model(x).sum().backward()
print("backward in eval mode: bias.grad", model[0].bias.grad)
