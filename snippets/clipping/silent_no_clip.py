import warnings

import torch
from torch.nn.utils import clip_grad_norm_

model = torch.nn.Sequential(torch.nn.Linear(2, 1, bias=False))
model(torch.tensor([[30.0, 40.0]])).sum().backward()
print("gradient:", model[0].weight.grad.tolist())

parameters = model.parameters()
optimizer = torch.optim.SGD(parameters, lr=0.1)  # (1)!
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print("generator, again: ", clip_grad_norm_(parameters, 1.0))
    print("UserWarning:", caught[0].message)
    caught.clear()
    grads = [p.grad for p in model.parameters()]
    print("gradients instead:", clip_grad_norm_(grads, 1.0))  # (2)!
    print("further warnings: ", len(caught))
print("gradient:", model[0].weight.grad.tolist())

for wrong in (model[0], model):  # (3)!
    try:
        clip_grad_norm_(wrong, 1.0)
    except (TypeError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")
print("correct:", clip_grad_norm_(model.parameters(), 1.0))
