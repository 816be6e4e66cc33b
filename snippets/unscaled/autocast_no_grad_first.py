import torch

layer = torch.nn.Linear(1, 1, bias=False)
torch.nn.init.ones_(layer.weight)
x = torch.full((1, 1), 3.0)

for peek in (False, True):
    layer.zero_grad()
    with torch.autocast("cpu", torch.bfloat16):
        if peek:
            with torch.no_grad():
                layer(x)  # (1)!
        loss = layer(x).sum()
    loss.backward()
    print("no_grad first", peek, "gradient", layer.weight.grad.item())
