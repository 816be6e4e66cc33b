import torch

model = torch.nn.Linear(1, 1)
parameters = model.parameters()
count = len(list(parameters))
try:
    torch.optim.SGD(parameters, lr=0.5)
except ValueError as error:
    print(f"ValueError: {error}")

optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
print("fixed:", len(optimizer.param_groups[0]["params"]), "tensors")
