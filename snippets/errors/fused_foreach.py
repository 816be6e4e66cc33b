import torch

w = torch.ones(1, requires_grad=True)
try:
    torch.optim.Adam([w], fused=True, foreach=True)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

optimizer = torch.optim.Adam([w], fused=True)
w.grad = torch.ones(1)
optimizer.step()
print("fixed: w =", round(w.item(), 4))
