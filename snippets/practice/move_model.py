# --8<-- [start:same]
import torch

model = torch.nn.Linear(1, 1, bias=False)
torch.nn.init.ones_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
before = model.weight
for convert in (model.double, model.bfloat16, model.float):
    convert()  # (1)!
    optimizer.zero_grad()
    model(torch.ones(1, 1, dtype=model.weight.dtype)).sum().backward()
    optimizer.step()
    print(model.weight.dtype, model.weight is before, model.weight.item())


# --8<-- [end:same]
# --8<-- [start:replaced]
def check(name, model, change):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    change(model)
    held = optimizer.param_groups[0]["params"][0]
    holds = held is model.weight
    leaf = model.weight.is_leaf
    print(f"{name:32}optimizer holds it: {holds}, leaf: {leaf}")


def linear(**where):
    return torch.nn.Linear(1, 1, bias=False, **where)


def assign(model):
    model.weight = torch.nn.Parameter(torch.ones(1, 1))


saved = linear().state_dict()
check("load_state_dict", linear(), lambda m: m.load_state_dict(saved))
check(
    "load_state_dict, assign=True",  # (1)!
    linear(),
    lambda m: m.load_state_dict(saved, assign=True),
)
check("a new nn.Parameter", linear(), assign)
check(
    "to_empty from the meta device",  # (2)!
    linear(device="meta"),
    lambda m: m.to_empty(device="cpu"),
)
check("weight_norm", linear(), torch.nn.utils.parametrizations.weight_norm)
# --8<-- [end:replaced]
