import torch

w = torch.ones(1, requires_grad=True)
b = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
try:
    optimizer.add_param_group([b])
except TypeError as error:
    print(f"TypeError: {error}")

optimizer.add_param_group({"params": [b], "lr": 0.25})
print("fixed:", [group["lr"] for group in optimizer.param_groups])
