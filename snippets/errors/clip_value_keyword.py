import torch

w = torch.ones(2, requires_grad=True)
w.grad = torch.tensor([3.0, 4.0])
try:
    torch.nn.utils.clip_grad_norm_([w], clip_value=1.0)
except TypeError as error:
    print(f"TypeError: {error}")

torch.nn.utils.clip_grad_value_([w], clip_value=1.0)
print("fixed: w.grad =", w.grad.tolist())
