import torch

model = torch.nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.named_parameters(), lr=0.5)  # (1)!
print(optimizer.param_groups[0]["param_names"])

extra = torch.nn.Parameter(torch.zeros(1))
try:
    optimizer.add_param_group({"params": [extra]})
except ValueError as error:
    print(f"ValueError: {error}")
optimizer.add_param_group({"params": [("extra", extra)]})
print(optimizer.param_groups[1]["param_names"])
