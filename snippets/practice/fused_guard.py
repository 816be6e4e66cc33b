import torch
from torch.autograd.graph import increment_version


def count_the_step(optimizer, args, kwargs):
    for group in optimizer.param_groups:
        increment_version(group["params"])  # (1)!


w = torch.nn.Parameter(torch.tensor([2.0]))
optimizer = torch.optim.SGD([w], lr=0.25, fused=True)
optimizer.register_step_post_hook(count_the_step)
loss = (w * w).sum()
loss.backward(retain_graph=True)
optimizer.step()
try:
    loss.backward()
except RuntimeError as error:
    print("RuntimeError:", str(error)[:50], "...")
for _ in range(2):  # (2)!
    optimizer.zero_grad()
    (w * w).sum().backward()
    optimizer.step()
print("normal steps run, w =", w.item())
