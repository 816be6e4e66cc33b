# --8<-- [start:all]
import warnings

import torch

model = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.LayerNorm(2))
optimizer = torch.optim.SGD(model.parameters(), lr=0.5, weight_decay=0.5)
for p in model.parameters():
    torch.nn.init.ones_(p)
    p.grad = torch.zeros_like(p)
model[1].bias.grad = None  # (1)!
optimizer.step()
for name, p in model.named_parameters():
    print(name, p.flatten()[0].item())
# --8<-- [end:all]

# --8<-- [start:tied]
first = torch.nn.Linear(1, 1, bias=False)
second = torch.nn.Linear(1, 1, bias=False)
second.weight = first.weight  # (1)!
tied = torch.nn.Sequential(first, second)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for params in (tied.parameters(), [first.weight, second.weight]):
        torch.nn.init.ones_(first.weight)
        first.weight.grad = torch.zeros(1, 1)
        optimizer = torch.optim.SGD(params, lr=0.5, weight_decay=0.5)
        optimizer.step()
        count = len(optimizer.param_groups[0]["params"])
        print("entries", count, "weight", first.weight.item())
print("warning:", str(caught[0].message).split(";")[0])
# --8<-- [end:tied]
