import torch

model = torch.nn.Linear(1, 1)
saved = torch.optim.SGD(model.parameters(), lr=0.5).state_dict()
optimizer = torch.optim.SGD([model.weight], lr=0.25)
try:
    optimizer.load_state_dict(saved)
except ValueError as error:
    print(f"ValueError: {error}")

optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
optimizer.load_state_dict(saved)
print("fixed: lr =", optimizer.param_groups[0]["lr"])
