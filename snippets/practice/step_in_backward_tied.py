import torch

w = torch.nn.Parameter(torch.tensor([2.0]))
unused = torch.nn.Parameter(torch.tensor([2.0]))
for name, p in (("w", w), ("unused", unused)):
    p.register_post_accumulate_grad_hook(
        lambda p, name=name: print("hook of", name, p.grad.item())
    )
(w * w * w).sum().backward()  # (1)!
