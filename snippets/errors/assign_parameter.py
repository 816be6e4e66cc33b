import torch

model = torch.nn.Linear(2, 1, bias=False)
torch.nn.init.ones_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
try:
    model.weight = model.weight * 0.5
except TypeError as error:
    print(f"TypeError: {error}")

with torch.no_grad():
    model.weight.mul_(0.5)  # (1)!
held = optimizer.param_groups[0]["params"][0]
print(model.weight.tolist(), "optimizer holds it:", held is model.weight)
