import torch

model = torch.nn.Linear(2, 1)
try:
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    print("tensors:", len(optimizer.param_groups[0]["params"]))
except TypeError as error:
    print(f"TypeError: {error}")
