import torch

w = torch.tensor([2.0], requires_grad=True)
y = w**2
w.data.fill_(10.0)  # (1)!
y.backward()
print("after .data  :", w.grad, "version", w._version)

w = torch.tensor([2.0], requires_grad=True)
y = w**2
with torch.no_grad():
    w.fill_(10.0)
print("after no_grad: version", w._version)
try:
    y.backward()
except RuntimeError as error:
    print(f"RuntimeError: {str(error).split(':')[0]}")
