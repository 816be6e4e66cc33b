import warnings

import torch

warnings.simplefilter("ignore")  # (1)!
w = torch.nn.Parameter(torch.tensor([2.0]))
optimizer = torch.optim.SGD([w], lr=0.1)
(w**2).sum().backward(create_graph=True)
kept = w.grad
print("before:", kept.item(), "requires_grad", kept.requires_grad)
optimizer.zero_grad(set_to_none=False)
print("after :", kept.item(), "requires_grad", kept.requires_grad)
print("same tensor object:", kept is w.grad)
