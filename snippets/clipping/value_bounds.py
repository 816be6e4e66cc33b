# --8<-- [start:bounds]
import torch
from torch.nn.utils import clip_grad_value_

w = torch.nn.Parameter(torch.zeros(4))
w.grad = torch.tensor([10.0, 0.5, -0.25, -7.0])

print("returned:", clip_grad_value_([w], clip_value=1.0))
print("gradient:", w.grad.tolist())  # (1)!
# --8<-- [end:bounds]

# --8<-- [start:nothing]
w.grad = None
try:
    clip_grad_value_([w], clip_value=1.0)
except RuntimeError as error:
    print(f"RuntimeError: {error}")
# --8<-- [end:nothing]
