import torch
from torch import nn

torch.manual_seed(0)
x = torch.linspace(-50, 50, 8).unsqueeze(1)
y = 3 * x
model = nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for epoch in range(3):
    total = 0.0
    for xb, yb in zip(x.split(4), y.split(4), strict=True):
        loss = nn.functional.mse_loss(model(xb), yb)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        total += loss.item()
    print(f"epoch {epoch}: loss {total / 2:.4g}")
