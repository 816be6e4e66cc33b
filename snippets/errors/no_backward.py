import numpy as np
import torch

w = torch.ones(2, requires_grad=True)
loss = (w * w).sum()
for thing in (
    [loss],
    (loss, w),
    {"loss": loss},
    np.float64(loss.item()),
    torch.nn.functional.mse_loss,
    torch.optim.SGD([w], lr=0.1),
    None,
):
    try:
        thing.backward()
    except AttributeError as error:
        print(f"AttributeError: {error}")
sum([loss]).backward()
print("fixed: w.grad =", w.grad.tolist())
