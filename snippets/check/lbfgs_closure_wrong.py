import torch

w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.LBFGS([w])
try:
    for step in range(3):
        optimizer.zero_grad()
        loss = (w**2 / 2).sum()
        loss.backward()
        optimizer.step()
        print(f"step {step}: w {w.item():.4f}")
except TypeError as error:
    print(f"TypeError: {error}")
