import torch

functions = {
    "clamp(-1, 1)": lambda x: x.clamp(-1, 1),
    "relu": torch.relu,
    "round": torch.round,
    "sign": torch.sign,
    "max": torch.max,
    "x > 0": lambda x: (x > 0).float(),
    "argmax": torch.argmax,
    "long": lambda x: x.long(),
}
for name, function in functions.items():
    x = torch.tensor([-2.0, 0.5, 3.0], requires_grad=True)
    y = function(x)
    if y.requires_grad:
        y.sum().backward()
    print(f"{name:12} requires_grad {y.requires_grad!s:5}", end="  ")
    print("gradient", None if x.grad is None else x.grad.tolist())
