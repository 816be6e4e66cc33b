import warnings

import torch
import torch.nn.functional as F

target = torch.tensor([1.0, 2.0, 3.0, 4.0])
output = torch.tensor([[1.0], [2.0], [3.0], [4.0]])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    loss = F.mse_loss(output, target)
print(f"UserWarning: {caught[0].message}")
print("loss of a perfect prediction:", loss.item())

loss = F.mse_loss(output.squeeze(1), target)
print("fixed:", loss.item())
