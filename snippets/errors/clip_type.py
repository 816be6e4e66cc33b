import torch

w = torch.ones(2, requires_grad=True)
w.grad = torch.tensor([3.0, 4.0])
try:
    torch.nn.utils.clip_grad_norm_([w], 1.0, clip_type="norm")
except TypeError as error:
    print(f"TypeError: {error}")

norm = torch.nn.utils.clip_grad_norm_([w], max_norm=1.0)
print("fixed: norm before clipping =", norm.item())
