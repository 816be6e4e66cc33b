import torch

x = torch.tensor([[1.0], [2.0], [6.0], [9.0], [4.0], [5.0]]).double()
y = torch.tensor([[0.0], [1.0], [0.0], [1.0], [1.0], [3.0]]).double()

for norm_class in (torch.nn.Identity, torch.nn.BatchNorm1d):
    for size in (6, 3):
        layer = torch.nn.Linear(1, 1).double()
        torch.nn.init.constant_(layer.weight, 0.5)
        torch.nn.init.zeros_(layer.bias)
        model = torch.nn.Sequential(norm_class(1).double(), layer)
        for part, target in zip(x.split(size), y.split(size), strict=True):
            error = (model(part) - target) ** 2
            (error.sum() / len(x)).backward()
        name = norm_class.__name__
        print(f"{name:11} parts of {size}: {layer.weight.grad.item():.4f}")
