import torch

model = torch.nn.Linear(2, 1, bias=False)
model(torch.tensor([30.0, 40.0])).sum().backward()
try:
    torch.nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
except TypeError as error:
    print(f"TypeError: {error}")
print(f"norm: {model.weight.grad.norm().item():.4f}")
