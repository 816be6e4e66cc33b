# --8<-- [start:twice]
import warnings

import torch

w = torch.tensor([4.0], requires_grad=True)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    optimizer = torch.optim.SGD([w, w], lr=0.5)  # (1)!
print(str(caught[0].message).split(";")[0])
w.grad = torch.ones(1)
optimizer.step()
print("4.0 ->", w.item())
# --8<-- [end:twice]
# --8<-- [start:typo]
group = {"params": [w], "weight_deacy": 0.5}  # (1)!
optimizer = torch.optim.SGD([group], lr=0.5)
stored = optimizer.param_groups[0]
print("weight_deacy", stored["weight_deacy"])
print("weight_decay", stored["weight_decay"])
try:
    torch.optim.SGD([w], lr=0.5, weight_deacy=0.5)
except TypeError as error:
    print(f"TypeError: {error}")
# --8<-- [end:typo]
# --8<-- [start:replaced]
model = torch.nn.Sequential(torch.nn.Linear(1, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
model[0] = torch.nn.Linear(1, 1)  # (1)!
before = model[0].weight.item()
model(torch.ones(1, 1)).sum().backward()
optimizer.step()
print("gradient", model[0].weight.grad.item())
print("moved by", model[0].weight.item() - before)
# --8<-- [end:replaced]
