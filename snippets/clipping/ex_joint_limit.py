import torch

parts = [torch.nn.Parameter(torch.zeros(2)) for _ in range(4)]
for w in parts:
    w.grad = torch.tensor([30.0, 40.0])
    torch.nn.utils.clip_grad_norm_(w, max_norm=1.0)
total = torch.nn.utils.get_total_norm([w.grad for w in parts])
print("total norm after four calls:", round(total.item(), 4))
