import torch

for reduction in (torch.sum, torch.mean):
    w = torch.tensor([1.0, 2.0, 3.0, 4.0], requires_grad=True)
    reduction(w * w).backward()
    print(reduction.__name__, w.grad.tolist())
