import torch

body = torch.nn.Linear(2, 2)
head = torch.nn.Linear(2, 1)
optimizer = torch.optim.SGD(head.parameters(), lr=0.5, momentum=0.9)
optimizer.param_groups[0]["lr"] = 0.125  # (1)!

optimizer.add_param_group({"params": body.parameters()})  # (2)!
for group in optimizer.param_groups:
    print("lr", group["lr"], "momentum", group["momentum"])

try:
    optimizer.add_param_group(list(body.parameters()))
except TypeError as error:
    print(f"TypeError: {error}")
