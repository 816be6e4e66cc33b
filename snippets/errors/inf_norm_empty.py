import torch

w = torch.ones(2, requires_grad=True)
w.grad = torch.tensor([3.0, 4.0])
empty = torch.zeros(0, requires_grad=True)
empty.grad = torch.zeros(0)
try:
    torch.nn.utils.clip_grad_norm_([w, empty], 1.0, float("inf"))
except RuntimeError as error:
    print(f"RuntimeError: {error}")

filled = [p for p in (w, empty) if p.numel() > 0]
norm = torch.nn.utils.clip_grad_norm_(filled, 1.0, float("inf"))
print("fixed:", norm.item())
