import torch

w = torch.ones(1, requires_grad=True)
rate = torch.tensor(0.1)
try:
    torch.optim.Adam([w], lr=rate, foreach=True)
except ValueError as error:
    print(f"ValueError: {error}")

optimizer = torch.optim.Adam([w], lr=rate)
w.grad = torch.ones(1)
optimizer.step()
print("fixed: w =", round(w.item(), 4))
