import torch

optim = torch.optim
w = torch.tensor([1.0], requires_grad=True)
makers = {
    "SGD, momentum 0": lambda: optim.SGD([w], lr=1e-2),
    "SGD, momentum 0.9": lambda: optim.SGD(
        [w], lr=1e-2, momentum=0.9, weight_decay=5e-4
    ),
    "Adam": lambda: optim.Adam([w], lr=1e-2),
    "RMSprop": lambda: optim.RMSprop([w], lr=1e-2),
}
for name, make in makers.items():
    optimizer = make()
    same = optimizer.param_groups[0]["params"][0] is w  # (1)!
    before = len(optimizer.state)
    (w**2).sum().backward()
    optimizer.step()
    optimizer.zero_grad()  # (2)!
    keys = sorted(optimizer.state[w]) if optimizer.state else []
    print(f"{name}: same tensor {same}, state {before} -> {keys}")
