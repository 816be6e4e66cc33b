import torch

for fused in (True, False):
    a, b = (torch.nn.Parameter(torch.ones(1)) for _ in range(2))
    optimizer = torch.optim.SGD([a, b], lr=0.25, momentum=0.5, fused=fused)
    try:
        for step in range(2):
            optimizer.zero_grad()
            loss = a if step == 0 else a + b  # (1)!
            loss.sum().backward()
            optimizer.step()
        print("fixed: runs with fused =", fused)
    except TypeError as error:
        print(f"TypeError: {error}")
