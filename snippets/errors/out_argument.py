import torch

w = torch.ones(2, requires_grad=True)
result = torch.zeros(2)
try:
    torch.add(w, 1, out=result)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

result = torch.add(w, 1)
result.sum().backward()
print("fixed: w.grad =", w.grad.tolist())
