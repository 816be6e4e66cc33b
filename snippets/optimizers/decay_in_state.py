import torch

for make, options, key in (
    (torch.optim.SGD, {"momentum": 0.9}, "momentum_buffer"),
    (torch.optim.Adam, {}, "exp_avg"),
    (torch.optim.AdamW, {}, "exp_avg"),
):
    w = torch.tensor([2.0], requires_grad=True)
    optimizer = make([w], lr=0.1, weight_decay=0.5, **options)
    (3 * w).sum().backward()
    optimizer.step()
    kept = optimizer.state[w][key].item()
    name = make.__name__
    print(f"{name:5}  .grad {w.grad.item()}  {key} {kept:.4f}")  # (1)!
