import torch

w = torch.ones(2, requires_grad=True)
w.grad = torch.tensor([3.0, 4.0])
try:
    torch.nn.utils.clip_grad_norm_([w])
except TypeError as error:
    print(f"TypeError: {error}")

norm = torch.nn.utils.clip_grad_norm_([w], float("inf"))
print("fixed, only measured:", norm.item(), w.grad.tolist())
