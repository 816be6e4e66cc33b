import torch
from torch.nn.utils import clip_grad_norm_

accum = 4
slopes = [8.0, -2.0, -2.0, -2.0]
w = torch.tensor([0.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
for i in range(4):
    loss = (slopes[i] * w).sum() / accum
    loss.backward()
    if (i + 1) % accum == 0:
        print(f"gradient of the window: {w.grad.item():.4f}")
        clip_grad_norm_([w], 1.0)
        optimizer.step()
        optimizer.zero_grad()
