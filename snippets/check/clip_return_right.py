import torch

model = torch.nn.Linear(2, 1, bias=False)
model(torch.tensor([30.0, 40.0])).sum().backward()
norm_before = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
print(f"norm_before:       {norm_before.item():.4f}")
print(f"norm of the grads: {model.weight.grad.norm().item():.4f}")
