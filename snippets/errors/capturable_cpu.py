import torch

w = torch.ones(1, requires_grad=True)
w.grad = torch.ones(1)
try:
    torch.optim.Adam([w], lr=0.1, capturable=True).step()
except AssertionError as error:
    print(f"AssertionError: {str(error).split(': [')[0]}")

torch.optim.Adam([w], lr=0.1).step()
print("fixed: w =", round(w.item(), 4))
