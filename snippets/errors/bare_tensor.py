import torch

w = torch.ones(1, requires_grad=True)
try:
    torch.optim.SGD(w, lr=0.5)
except TypeError as error:
    print(f"TypeError: {error}")

optimizer = torch.optim.SGD([w], lr=0.5)
print("fixed:", len(optimizer.param_groups[0]["params"]), "tensor")
