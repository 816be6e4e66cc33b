import torch

model = torch.nn.Linear(1, 1)
try:
    torch.optim.SGD(model, lr=0.5)
except TypeError as error:
    print(f"TypeError: {error}")
try:
    torch.nn.utils.clip_grad_norm_(model, 1.0)
except TypeError as error:
    print(f"TypeError: {error}")

torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
print("fixed:", len(optimizer.param_groups[0]["params"]), "tensors")
