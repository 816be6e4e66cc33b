# --8<-- [start:two]
import torch
from torch.nn.utils import clip_grad_norm_

a = torch.nn.Parameter(torch.tensor(0.0))
b = torch.nn.Parameter(torch.tensor(0.0))
a.grad, b.grad = torch.tensor(3.0), torch.tensor(4.0)

returned = clip_grad_norm_([a, b], max_norm=1.0)  # (1)!
print("returned:", returned)
print("gradients now:", round(a.grad.item(), 4), round(b.grad.item(), 4))
print("norm now:", round(torch.hypot(a.grad, b.grad).item(), 4))
# --8<-- [end:two]

# --8<-- [start:between]
a.grad, b.grad = torch.tensor(3.0), torch.tensor(4.0)

clip_grad_norm_([a, b], max_norm=4.5)
print("gradients now:", round(a.grad.item(), 4), round(b.grad.item(), 4))
# --8<-- [end:between]

# --8<-- [start:separately]
a.grad, b.grad = torch.tensor(3.0), torch.tensor(4.0)

clip_grad_norm_([a], max_norm=1.0)
clip_grad_norm_([b], max_norm=1.0)
print("gradients now:", round(a.grad.item(), 4), round(b.grad.item(), 4))
# --8<-- [end:separately]
