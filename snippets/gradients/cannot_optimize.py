import torch

bad = torch.ones(2, requires_grad=True).double()
try:
    torch.optim.SGD([bad], lr=0.1)
except ValueError as error:
    print(f"ValueError: {error}")

good = torch.ones(2).double().requires_grad_()  # (1)!
torch.optim.SGD([good], lr=0.1)
print("good is a leaf:", good.is_leaf)
