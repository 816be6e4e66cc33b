import warnings

import torch

warnings.simplefilter("ignore")
model = torch.nn.Linear(2, 1, bias=False)
params = list(model.parameters())
optimizer = torch.optim.SGD(params, lr=0.1)
model(torch.tensor([30.0, 40.0])).sum().backward()
torch.nn.utils.clip_grad_norm_(params, 1.0)
print(f"norm after clipping: {model.weight.grad.norm().item():.4f}")
