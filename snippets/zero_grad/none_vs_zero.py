import torch


def coast(to_none, make, **options):
    used = torch.nn.Parameter(torch.tensor([1.0]))
    unused = torch.nn.Parameter(torch.tensor([1.0]))
    optimizer = make([used, unused], lr=0.1, **options)
    (used + unused).sum().backward()
    optimizer.step()
    for _ in range(3):
        optimizer.zero_grad(set_to_none=to_none)
        used.sum().backward()  # (1)!
        optimizer.step()
    return f"{unused.item():.4f}"


SGD, AdamW = torch.optim.SGD, torch.optim.AdamW
cases = {
    "SGD": (SGD, {}),
    "SGD momentum": (SGD, {"momentum": 0.9}),
    "SGD weight_decay": (SGD, {"weight_decay": 0.5}),
    "AdamW no decay": (AdamW, {"weight_decay": 0.0}),
    "AdamW weight_decay": (AdamW, {"weight_decay": 0.5}),
}
for name, (make, options) in cases.items():
    zero = coast(False, make, **options)
    none = coast(True, make, **options)
    print(f"{name:18} zeros {zero}  None {none}")
