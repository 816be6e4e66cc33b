# replay: none
# --8<-- [start:equal]
import logging

import torch

logging.disable(logging.WARNING)  # (1)!


def train(name, backend):
    torch.manual_seed(0)
    model = torch.nn.Linear(3, 1, dtype=torch.float64)
    optimizer = getattr(torch.optim, name)(model.parameters(), lr=0.1)

    def step():
        optimizer.step()

    if backend:
        step = torch.compile(step, backend=backend)  # (2)!
    x = torch.ones(2, 3, dtype=torch.float64)
    for _ in range(5):
        optimizer.zero_grad()
        model(x).square().mean().backward()
        step()
    return model.weight.detach()


for name in ("SGD", "Adam"):
    plain = train(name, None)
    for backend in ("eager", "aot_eager"):
        away = (train(name, backend) - plain).abs().max().item()
        print(f"{name:5}{backend:10} within 1e-12:", away < 1e-12, end="  ")
        print("within 1e-4:", away < 1e-4)
# --8<-- [end:equal]
# --8<-- [start:rates]
compiled = []


def count(graph, inputs):  # (1)!
    compiled.append(graph)
    return graph.forward


def graphs(lr):
    torch._dynamo.reset()
    compiled.clear()
    w = torch.nn.Parameter(torch.ones(2))
    optimizer = torch.optim.SGD([w], lr=lr)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.5)
    step = torch.compile(lambda: optimizer.step(), backend=count)
    for _ in range(4):
        w.grad = torch.ones(2)
        step()
        scheduler.step()
    return f"{len(compiled)} graphs, w {w[0].item()}"


print("lr is a number:", graphs(0.5))
print("lr is a tensor:", graphs(torch.tensor(0.5)))
# --8<-- [end:rates]
