import torch

layer = torch.nn.Linear(3, 2)
try:
    torch.optim.Muon(layer.parameters())
except ValueError as error:
    print(f"ValueError: {error}")

optimizers = [
    torch.optim.Muon([layer.weight], lr=0.02),
    torch.optim.AdamW([layer.bias], lr=1e-3),
]
layer(torch.ones(3)).sum().backward()
for optimizer in optimizers:
    optimizer.step()
print("fixed:", [type(optimizer).__name__ for optimizer in optimizers])
