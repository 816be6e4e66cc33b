import torch
from torch.nn.utils import clip_grads_with_norm_, get_total_norm

p = torch.nn.Parameter(torch.tensor([100.0, 0.0]))
q = torch.nn.Parameter(torch.tensor([0.0]))
p.grad = torch.tensor([3.0, 4.0])
q.grad = torch.tensor([12.0])

print("norm of the parameters:", get_total_norm([p, q]))  # (1)!
total = get_total_norm([p.grad, q.grad])
print("norm of the gradients: ", total)

clip_grads_with_norm_([p.grad, q.grad], 6.5, total)  # (2)!
print("given gradients: ", p.grad.tolist(), q.grad.tolist())
clip_grads_with_norm_([p, q], 6.5, total)
now = [round(g, 4) for g in p.grad.tolist() + q.grad.tolist()]
print("given parameters:", now)
