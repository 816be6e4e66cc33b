import torch

w = torch.ones(2, requires_grad=True)
w.grad = torch.tensor([float("nan"), 1.0])
try:
    torch.nn.utils.clip_grad_norm_([w], 1.0, error_if_nonfinite=True)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

norm = torch.nn.utils.clip_grad_norm_([w], 1.0)
print("default:", norm.item(), w.grad.tolist())
if not torch.isfinite(norm):
    w.grad = None
print("fixed: w.grad =", w.grad)
