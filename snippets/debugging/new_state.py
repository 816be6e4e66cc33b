import torch

w = torch.nn.Parameter(torch.ones(1))
optimizer = torch.optim.SGD([w], lr=0.25, momentum=0.5)


def step(gradient):
    before = w.item()
    w.grad = torch.tensor([gradient])
    optimizer.step()
    return w.item() - before


print("gradient 1:         ", step(1.0))
print("gradient 0:         ", step(0.0))
optimizer.state.clear()  # (1)!
print("cleared, gradient 0:", step(0.0))
group = optimizer.param_groups[0]
print("lr", group["lr"], "momentum", group["momentum"])
