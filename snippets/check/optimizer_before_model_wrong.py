import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(1, 1, bias=False))
optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
model = nn.Sequential(nn.Linear(1, 1, bias=False))
before = model[0].weight.item()
for _ in range(3):
    optimizer.zero_grad()
    model(torch.ones(1)).sum().backward()
    optimizer.step()
print(f"weight moved by {model[0].weight.item() - before:.2f}")
