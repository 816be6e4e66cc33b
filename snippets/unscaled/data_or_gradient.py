# --8<-- [start:data]
import torch

for name, x in [("raw x", 8.0), ("x / 4", 2.0)]:
    w = torch.tensor(3.0, requires_grad=True)
    (w * x).backward()
    measured = ((3 + 0.5) * x - (3 - 0.5) * x) / 1.0  # (1)!
    print(f"{name}: w.grad = {w.grad.item()}, measured {measured}")
# --8<-- [end:data]
# --8<-- [start:input]
w = torch.tensor(3.0, requires_grad=True)
plain = torch.tensor(8.0)
(w * plain).backward()
print("x.grad without requires_grad:", plain.grad)

asked = torch.tensor(8.0, requires_grad=True)
(w * asked).backward()
print("x.grad with requires_grad:   ", asked.grad.item())
# --8<-- [end:input]
