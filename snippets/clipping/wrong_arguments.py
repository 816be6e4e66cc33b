import torch
from torch.nn.utils import clip_grad_norm_

w = torch.nn.Parameter(torch.zeros(2))
w.grad = torch.tensor([3.0, 4.0])

for name, call in [
    ("clip_type", lambda: clip_grad_norm_([w], 1.0, clip_type="value")),
    ("clip_value", lambda: clip_grad_norm_([w], clip_value=1.0)),
    ("third argument", lambda: clip_grad_norm_([w], 1.0, "value")),
]:
    try:
        call()
    except (TypeError, ValueError) as error:
        print(f"{name}: {type(error).__name__}: {error}")
print("gradient:", w.grad.tolist())
