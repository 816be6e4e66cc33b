import torch

w = torch.nn.Parameter(torch.zeros(3))
for options in ({}, {"posinf": 0.0, "neginf": 0.0}):
    w.grad = torch.tensor([float("inf"), float("nan"), 3.0])
    torch.nan_to_num_(w.grad, **options)
    print("nan_to_num_:", [f"{g:.1e}" for g in w.grad.tolist()])
    torch.nn.utils.clip_grad_norm_([w], 1.0)
    print("clipped:    ", [f"{g:.1e}" for g in w.grad.tolist()])
