import torch

a = torch.tensor([0.0, 0.0], requires_grad=True)
b = a.exp()
print("version", b._version)
b.add_(1)
print("version", b._version)
try:
    b.sum().backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")
