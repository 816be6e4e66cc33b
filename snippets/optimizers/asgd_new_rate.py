import torch

for name in ("SGD", "ASGD"):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    options = {} if name == "SGD" else {"lambd": 0.0}
    optimizer = getattr(torch.optim, name)([w], lr=1.0, **options)
    lengths = []
    for step in range(4):
        if step == 2:
            optimizer.param_groups[0]["lr"] = 0.125  # (1)!
        before = w.item()
        w.grad = torch.ones_like(w)
        optimizer.step()
        lengths.append(before - w.item())
    print(name, lengths)
