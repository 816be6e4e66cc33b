import torch

w = torch.ones(2, requires_grad=True)
w.grad = torch.tensor([3.0, 4.0])
try:
    torch.nn.utils.clip_grad_norm_([w], 1.0, "value")
except ValueError as error:
    print(f"ValueError: {error}")

norm = torch.nn.utils.clip_grad_norm_([w], 1.0, norm_type=1.0)
print("fixed: 1-norm before clipping =", norm.item())
