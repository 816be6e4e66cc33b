import torch
from torch import nn


def generator_gradient(order, **path):
    torch.manual_seed(0)
    g = nn.Linear(2, 2)
    d = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1))
    opt_d = torch.optim.Adam(d.parameters(), lr=0.5, **path)
    score = d(g(torch.ones(1, 2))).sum()  # (1)!
    if order == "both backwards, then step":
        torch.autograd.backward(-score, inputs=list(g.parameters()))
        return g.bias.grad
    score.backward(retain_graph=True)
    opt_d.step()
    g.zero_grad()
    if order == "step, then a new forward":
        score = d(g(torch.ones(1, 2))).sum()
    (-score).backward()
    return g.bias.grad


for order in (
    "both backwards, then step",
    "step, then a new forward",
    "step, then the old graph",
):
    answer = generator_gradient(order, fused=True)
    print(order, [round(v, 4) for v in answer.tolist()])
try:
    generator_gradient("step, then the old graph", fused=False)
except RuntimeError as error:
    print("fused=False: RuntimeError:", str(error)[:50], "...")
