import torch

for start in (0, 100):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    options = {"lr": 1.0, "initial_accumulator_value": start}
    optimizer = torch.optim.Adagrad([w], **options)
    w.grad = torch.tensor([10.0], dtype=torch.float64)
    for t in range(1, 101):
        before = w.item()
        optimizer.step()
        if t in (1, 4, 100):
            print(start, "step", t, "length", round(before - w.item(), 4))
