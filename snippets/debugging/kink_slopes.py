import torch

zero = torch.tensor(0.0)
functions = {
    "relu(x)": torch.relu,
    "clamp(x, min=0)": lambda x: x.clamp(min=0),
    "maximum(x, 0)": lambda x: torch.maximum(x, zero),
    "where(x > 0, x, 0)": lambda x: torch.where(x > 0, x, zero),
    "relu(x) - relu(-x)": lambda x: torch.relu(x) - torch.relu(-x),  # (1)!
}
for name, function in functions.items():
    slopes = []
    for value in (-1.0, 0.0, 1.0):
        x = torch.tensor(value, requires_grad=True)
        function(x).backward()
        slopes.append(x.grad.item())
    print(f"{name:18}", slopes)
