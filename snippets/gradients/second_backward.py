# --8<-- [start:error]
import torch

x = torch.tensor(3.0, requires_grad=True)
y = x**2
y.backward()
try:
    y.backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")
# --8<-- [end:error]

# --8<-- [start:retain]
x.grad = None
y = x**2
y.backward(retain_graph=True)
print("first :", x.grad.item())
y.backward()  # (1)!
print("second:", x.grad.item())
# --8<-- [end:retain]
