import torch

for rebuild in (False, True):
    layer = torch.nn.Linear(2, 1, bias=False)
    optimizer = torch.optim.Adam(layer.parameters())
    layer(torch.ones(1, 2)).sum().backward()
    optimizer.step()
    layer.double()  # (1)!
    if rebuild:
        optimizer.load_state_dict(optimizer.state_dict())
    optimizer.zero_grad()
    layer(torch.ones(1, 2, dtype=torch.float64)).sum().backward()
    try:
        optimizer.step()
        print("runs")
    except RuntimeError as error:
        print(f"RuntimeError: {error}")
