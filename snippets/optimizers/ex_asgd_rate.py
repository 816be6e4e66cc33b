import torch

for lambd, alpha in ((1e-4, 0.75), (0.1, 0.75), (0.1, 1.0)):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    options = {"lr": 1.0, "lambd": lambd, "alpha": alpha}
    optimizer = torch.optim.ASGD([w], **options)
    for _ in range(100):
        w.grad = torch.zeros_like(w)
        optimizer.step()
    rate = optimizer.state[w]["eta"].item()
    print(options, "rate", round(rate, 3))
