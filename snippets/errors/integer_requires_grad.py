import torch

try:
    w = torch.tensor([1, 2], requires_grad=True)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

w = torch.tensor([1.0, 2.0], requires_grad=True)
(w * 2).sum().backward()
print("fixed: w.grad =", w.grad.tolist())
