import torch

model = torch.nn.Linear(1, 1)
model(torch.ones(1, 1)).sum().backward()
try:
    torch.nn.utils.clip_grad_norm_(model.named_parameters(), 1.0)
except AttributeError as error:
    print(f"AttributeError: {error}")

norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
print("fixed: norm before clipping =", round(norm.item(), 4))
