import torch

for size in (4, 16):
    x = torch.tensor([1.0, 3.0]).repeat(size // 2)
    for reduction in ("sum", "mean"):
        w = torch.tensor(2.0, requires_grad=True)
        losses = (w * x) ** 2
        loss = getattr(losses, reduction)()
        loss.backward()
        print(f"batch {size:2} {reduction:4} w.grad {w.grad.item()}")
