import torch

model = torch.nn.Linear(1, 1)
parameters = dict(model.named_parameters())
try:
    torch.optim.SGD(parameters, lr=0.5)
except TypeError as error:
    print(f"TypeError: {error}")

optimizer = torch.optim.SGD(parameters.values(), lr=0.5)
print("fixed:", len(optimizer.param_groups[0]["params"]), "tensors")
