import copy

import torch

w = torch.ones(1, requires_grad=True)
h = w * 2
try:
    copy.deepcopy(h)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

print("fixed:", copy.deepcopy(h.detach()).tolist())
