import torch

w = torch.tensor([0.0], dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.ASGD([w], lr=1.0, lambd=0.0, t0=1)
for g in (-4.0, -2.0, -2.0, 2.0):
    w.grad = torch.tensor([g], dtype=torch.float64)
    optimizer.step()
    average = round(optimizer.state[w]["ax"].item(), 4)
    print("w", w.item(), "average", average)
