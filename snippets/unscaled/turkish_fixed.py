# --8<-- [start:run]
import torch

A = torch.tensor([5.0], requires_grad=True)
loss = A * 5
loss.backward()
print("unscaled gradient:", A.grad)
print("dimensions:", A.ndim, "device:", A.device)
# --8<-- [end:run]
# --8<-- [start:two]
B = torch.tensor([5.0, 6.0], requires_grad=True)
try:
    (B * 5).backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

(B * 5).sum().backward()
print("after .sum():", B.grad)
# --8<-- [end:two]
# --8<-- [start:slope]
t = torch.tensor(3.0, requires_grad=True)
(t**2).backward()
print("slope at 3:", t.grad.item())
for move in (1.0, 0.125):
    promised = 9 + move * t.grad.item()
    print(f"move {move}: slope says {promised}, loss is {(3 + move) ** 2}")
# --8<-- [end:slope]
