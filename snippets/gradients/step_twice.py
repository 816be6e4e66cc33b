import torch

for name in ("SGD", "Adam"):
    w = torch.nn.Parameter(torch.tensor(4.0))
    optimizer = getattr(torch.optim, name)([w], lr=0.25)
    w.square().backward()
    print(name, "w", w.item(), "gradient", w.grad.item())
    for _ in range(2):
        optimizer.step()  # (1)!
        print("  step: w", round(w.item(), 4), "gradient", w.grad.item())
