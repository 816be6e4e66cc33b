import warnings

import torch

warnings.simplefilter("ignore")
w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.25)
for step in range(3):
    loss = (w**2 / 2).sum()
    loss = torch.tensor(loss, requires_grad=True)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(f"step {step}: gradient {w.grad}, w {w.item():.4f}")
