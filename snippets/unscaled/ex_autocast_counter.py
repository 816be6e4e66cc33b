import torch

for learns in (True, False):
    layer = torch.nn.Linear(1, 1, bias=False).requires_grad_(learns)
    torch.nn.init.ones_(layer.weight)
    x = torch.ones(1, 1)
    with torch.autocast("cpu", torch.bfloat16):
        before = layer(x).item()
        with torch.no_grad():
            layer.weight.fill_(5.0)
        same_block = layer(x).item()
    with torch.autocast("cpu", torch.bfloat16):
        new_block = layer(x).item()
    print("requires_grad", learns, before, same_block, new_block)
