import torch

model = torch.nn.Linear(1, 1)
groups = [{"params": [model.weight]}, {"params": [model.bias]}]
saved = torch.optim.SGD(groups, lr=0.5).state_dict()
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
try:
    optimizer.load_state_dict(saved)
except ValueError as error:
    print(f"ValueError: {error}")

groups = [{"params": [model.weight]}, {"params": [model.bias]}]
optimizer = torch.optim.SGD(groups, lr=0.5)
optimizer.load_state_dict(saved)
print("fixed:", len(optimizer.param_groups), "groups")
