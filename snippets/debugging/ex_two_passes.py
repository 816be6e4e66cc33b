import torch


def run(clear):
    w = torch.nn.Parameter(torch.tensor([3.0, 4.0]))
    optimizer = torch.optim.SGD([w], lr=0.1)
    w.square().sum().backward()
    norm = torch.nn.utils.get_total_norm([w.grad])
    move = w.grad / norm  # length 1, uphill
    with torch.no_grad():
        w += move
    print("moved to", [round(x, 4) for x in w.tolist()])
    if clear:
        optimizer.zero_grad()
    w.square().sum().backward()
    with torch.no_grad():
        w -= move
    print("gradient", [round(g, 4) for g in w.grad.tolist()], end="  ")
    optimizer.step()
    print("w", [round(x, 4) for x in w.tolist()])


run(clear=True)
run(clear=False)
