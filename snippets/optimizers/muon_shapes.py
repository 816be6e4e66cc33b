import torch

model = torch.nn.Sequential(
    torch.nn.Conv2d(1, 2, 3), torch.nn.Flatten(), torch.nn.Linear(8, 4)
)
try:
    torch.optim.Muon(model.parameters())
except ValueError as error:
    print(f"ValueError: {error}")
flat = [p for p in model.parameters() if p.ndim == 2]  # (1)!
rest = [p for p in model.parameters() if p.ndim != 2]
optimizers = [
    torch.optim.Muon(flat, lr=0.02),
    torch.optim.AdamW(rest, lr=3e-4),
]
model(torch.ones(1, 1, 4, 4)).sum().backward()
for optimizer in optimizers:
    optimizer.step()
    optimizer.zero_grad()
    print(type(optimizer).__name__, len(optimizer.state), "tensors")
