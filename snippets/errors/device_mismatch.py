import torch

device = "meta"  # (1)!
model = torch.nn.Linear(2, 1).to(device)
x = torch.ones(1, 2)
x.to(device)  # (2)!
try:
    model(x)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

x = x.to(device)
print("fixed:", model(x).device)
