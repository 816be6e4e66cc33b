import torch

z = torch.tensor(1.0 + 2.0j, requires_grad=True)
try:
    (z * z).backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

(z * z).real.backward()
print("one complex number:", z.grad.item())

a = torch.tensor(1.0, requires_grad=True)
b = torch.tensor(2.0, requires_grad=True)
(a * a - b * b).backward()  # (1)!
print("two real numbers  :", a.grad.item(), b.grad.item())
