import torch
from torch.nn.utils import clip_grad_norm_

model = torch.nn.Linear(2, 1, bias=False)
torch.nn.init.zeros_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
for _ in range(1):
    loss = model(torch.tensor([30.0, 40.0])).sum()
    optimizer.zero_grad()
    loss.backward()
    norm = clip_grad_norm_([p for p in model.parameters()], 1.0)
    optimizer.step()
print(f"norm before clipping: {norm.item():.1f}", end=", ")
print(f"length of the update: {model.weight.norm().item():.1f}")
