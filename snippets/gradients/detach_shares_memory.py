import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
view = w.detach()
copy = w.detach().clone()

view[0] = 50.0  # (1)!
print("w   :", w.tolist())
print("copy:", copy.tolist())
print("w.clone() requires a gradient:", w.clone().requires_grad)
