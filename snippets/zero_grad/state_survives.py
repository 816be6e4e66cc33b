import torch

w = torch.nn.Parameter(torch.tensor([1.0]))
for make, options in (
    (torch.optim.SGD, {"momentum": 0.9}),
    (torch.optim.Adam, {}),
):
    optimizer = make([w], lr=0.5, **options)
    w.sum().backward()
    optimizer.step()
    optimizer.zero_grad()
    state = {k: round(v.item(), 4) for k, v in optimizer.state[w].items()}
    print(make.__name__, ".grad:", w.grad, "state:", state)
    before = w.item()
    optimizer.step()
    print("  moved by the next step:", w.item() != before)
