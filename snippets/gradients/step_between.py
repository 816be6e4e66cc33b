import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
x = torch.ones(1, 2)

loss = model(x).sum()
loss.backward(retain_graph=True)
optimizer.step()  # (1)!
try:
    loss.backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

loss = model(x).sum()  # (2)!
loss.backward()
print("with a new forward pass: no error")
