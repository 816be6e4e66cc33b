import torch

for to_none in (True, False):
    w = torch.nn.Parameter(torch.tensor([1.0]))
    other = torch.nn.Parameter(torch.tensor([1.0]))
    optimizer = torch.optim.Adam([w, other], lr=0.1)
    (w + other).sum().backward()
    optimizer.step()
    for _ in range(4):
        optimizer.zero_grad(set_to_none=to_none)
        other.sum().backward()
        optimizer.step()
    print(
        f"set_to_none={to_none}: steps", optimizer.state[w]["step"].item()
    )
