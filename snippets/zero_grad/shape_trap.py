# --8<-- [start:warning]
import warnings

import torch
from torch.nn.functional import mse_loss

prediction = torch.tensor([[1.0], [2.0], [3.0], [4.0]], requires_grad=True)
target = torch.tensor([1.0, 2.0, 3.0, 4.0])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    loss = mse_loss(prediction, target)
print("UserWarning:", str(caught[0].message).split(". ")[0])
print("difference:", tuple((prediction - target).shape))  # (1)!
print("loss of a perfect prediction:", loss.item())
loss.backward()
print("gradient:", prediction.grad.flatten().tolist())  # (2)!
# --8<-- [end:warning]
# --8<-- [start:fixed]
prediction.grad = None
loss = mse_loss(prediction, target.unsqueeze(1))  # (1)!
loss.backward()
print("same shapes:", loss.item(), prediction.grad.flatten().tolist())
# --8<-- [end:fixed]
