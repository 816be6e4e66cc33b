# --8<-- [start:momentum]
import torch
from torch.nn.utils import clip_grad_norm_

w = torch.nn.Parameter(torch.tensor(1.0))
optimizer = torch.optim.SGD([w], lr=0.125, momentum=0.5)
w.grad = torch.tensor(64.0)
clip_grad_norm_([w], max_norm=2.0)
optimizer.step()
print("momentum buffer:", optimizer.state[w]["momentum_buffer"])
print("w:", w.item())
# --8<-- [end:momentum]


# --8<-- [start:constant]
def adam(gradients, max_norm):
    w = torch.nn.Parameter(torch.tensor(0.0, dtype=torch.float64))
    optimizer = torch.optim.Adam([w], lr=0.01)
    for g in gradients:
        w.grad = torch.tensor(-g, dtype=torch.float64)
        clip_grad_norm_([w], max_norm)
        optimizer.step()
    return f"{w.item():.4f}"


steady = [8.0] * 100
print("never clipped: ", adam(steady, float("inf")))
print("always clipped:", adam(steady, 1.0))
# --8<-- [end:constant]

# --8<-- [start:spike]
spike = [1.0] * 50 + [-1000.0] + [1.0] * 50  # (1)!
print("spike, never clipped:", adam(spike, float("inf")))
print("spike, clipped:      ", adam(spike, 2.0))
# --8<-- [end:spike]
