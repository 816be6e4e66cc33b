import torch

body, head = torch.nn.Linear(1, 1), torch.nn.Linear(1, 1)
model = torch.nn.Sequential(body, head)
body.requires_grad_(False)
trained = [p for p in model.parameters() if p.requires_grad]
optimizer = torch.optim.SGD(trained, lr=0.5)  # (1)!


def step():
    before = body.bias.item()
    optimizer.zero_grad()
    model(torch.ones(1, 1)).sum().backward()
    optimizer.step()
    print("gradient:", body.bias.grad is not None, end=" ")
    print("moved:", body.bias.item() != before)


body.requires_grad_(True)
step()
optimizer.add_param_group({"params": body.parameters()})  # (2)!
step()
