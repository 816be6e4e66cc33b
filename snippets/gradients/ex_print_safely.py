import torch

w = torch.tensor([1.0, 4.0, 2.0], requires_grad=True)
kept = w.max()
logged = w.max().item()
print("kept  :", kept.grad_fn is not None)
print("logged:", logged)

with torch.no_grad():
    print("max under no_grad:", w.max().grad_fn)
