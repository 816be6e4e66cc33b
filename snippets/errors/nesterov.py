import torch

w = torch.ones(1, requires_grad=True)
try:
    torch.optim.SGD([w], lr=0.5, nesterov=True)
except ValueError as error:
    print(f"ValueError: {error}")

optimizer = torch.optim.SGD([w], lr=0.5, momentum=0.9, nesterov=True)
print("fixed: nesterov =", optimizer.param_groups[0]["nesterov"])
