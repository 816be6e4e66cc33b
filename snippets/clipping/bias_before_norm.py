import torch

torch.manual_seed(0)
x = torch.randn(16, 3, dtype=torch.float64)
target = torch.randn(16, 2, dtype=torch.float64)

for name, norm in (
    ("batch norm, train()", torch.nn.BatchNorm1d(2)),
    ("batch norm, eval() ", torch.nn.BatchNorm1d(2).eval()),  # (1)!
    ("no batch norm      ", torch.nn.Identity()),
):
    linear = torch.nn.Linear(3, 2, dtype=torch.float64)
    out = norm.double()(linear(x))
    (out - target).square().sum().backward()
    tiny = linear.bias.grad.norm().item() < 1e-10
    other = linear.weight.grad.norm().item() < 1e-10
    print(name, "bias below 1e-10:", tiny, " weight:", other)
