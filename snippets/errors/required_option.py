import torch
from torch.optim.optimizer import Optimizer, required

w = torch.ones(1, requires_grad=True)
try:
    Optimizer([w], {"lr": required})
except ValueError as error:
    print(f"ValueError: {error}")

print("fixed: lr =", torch.optim.SGD([w]).defaults["lr"])
