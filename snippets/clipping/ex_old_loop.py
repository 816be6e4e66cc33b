import torch
from torch.nn.utils import clip_grad_norm_

w = torch.nn.Parameter(torch.tensor(8.0))
optimizer = torch.optim.SGD([w], lr=1 / 32)
loss = w**4

optimizer.zero_grad()
try:
    loss_sum.backward()  # noqa: F821
except NameError as error:
    print(f"NameError: {error}")
loss.backward()
print("norm before clipping:", clip_grad_norm_([w], max_norm=32.0))
optimizer.step()
print(f"w: {w.item():.4f}")
