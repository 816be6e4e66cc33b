import torch

w = torch.tensor(3.0, requires_grad=True)
with torch.inference_mode():
    c = w * 2
print("c.is_inference():", c.is_inference())

try:
    w * c  # (1)!
except RuntimeError as error:
    print(f"RuntimeError: {error}")

(w * c.clone()).backward()  # (2)!
print("with clone():", w.grad.item())

w.grad = None
(w + c).backward()  # (3)!
print("w + c       :", w.grad.item())
