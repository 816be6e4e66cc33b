import torch

frozen = torch.nn.Parameter(torch.tensor([1.0]))
active = torch.nn.Parameter(torch.tensor([1.0]))
optimizer = torch.optim.SGD([frozen, active], lr=0.5, weight_decay=0.5)
(frozen + active).sum().backward()
frozen.requires_grad_(False)
for to_none in (False, False, True, True):
    optimizer.zero_grad(set_to_none=to_none)
    active.sum().backward()
    optimizer.step()
    print(f"set_to_none={to_none!s:5} frozen = {frozen.item()}")
