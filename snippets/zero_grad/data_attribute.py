import torch

w = torch.tensor([2.0], requires_grad=True)
y = w**2
w.data.fill_(10.0)  # (1)!
y.backward()
print("edit through .data  : gradient", w.grad.item(), "(4.0 is right)")

w = torch.tensor([2.0], requires_grad=True)
y = w**2
with torch.no_grad():
    w.fill_(10.0)  # (2)!
try:
    y.backward()
except RuntimeError as error:
    print("edit under no_grad():", str(error).split(":")[0])
