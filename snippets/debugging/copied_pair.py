import copy

import torch

model = torch.nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)


def holds(optimizer, model):
    return optimizer.param_groups[0]["params"][0] is model.weight


for name, (m, o) in {
    "copy of the model:": (copy.deepcopy(model), optimizer),
    "two copies:       ": (copy.deepcopy(model), copy.deepcopy(optimizer)),
    "one copy of both: ": copy.deepcopy((model, optimizer)),  # (1)!
}.items():
    before = m.weight.item()
    m(torch.ones(1, 1)).sum().backward()
    o.step()
    print(name, "held", holds(o, m), "moved", m.weight.item() != before)

model(torch.ones(1, 1)).sum().backward()
twin = copy.deepcopy(model)
print("copied .grad:", twin.weight.grad, "of", model.weight.grad.item())
